package dev.countersign.ci.verify;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;

/** How one check ended. */
public sealed interface Check {
  /** Which one. */
  CheckName name();

  /** What was found, for people. */
  String detail();

  /** It holds. */
  record Passed(CheckName name, String detail) implements Check {}

  /** It does not hold, or could not be established. */
  record Failed(CheckName name, ErrorCode code, String detail) implements Check {}

  /** A check that failed by an exception. */
  static Failed failed(CheckName name, CountersignException failure) {
    return new Failed(name, failure.code(), failure.inOneLine());
  }
}
