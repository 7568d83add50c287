package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of one file, collected up to a bound. */
final class FileProblems {
  private final String file;
  private final int bound;
  private final List<Problem> problems = new ArrayList<>();

  FileProblems(String file, int bound) {
    this.file = file;
    this.bound = bound;
  }

  /** Notes a problem of the whole file. */
  void add(String message) {
    note(file, message);
  }

  /** Notes a problem in a line. */
  void add(long line, String message) {
    note(file + " line " + line, message);
  }

  /** Notes a problem in one field. */
  void add(long line, String column, String message) {
    note(file + " line " + line + ", column \"" + column + "\"", message);
  }

  /**
   * Goes on if there is no problem yet.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with all problems
   */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw invalid();
    }
  }

  /** The failure that names all problems; there must be one. */
  CountersignException invalid() {
    return invalid("\"" + file + "\" is not valid: " + problems.get(0));
  }

  private void note(String path, String message) {
    problems.add(new Problem(path, message));
    if (problems.size() >= bound) {
      throw invalid("\"" + file + "\" has " + bound + " problems or more; the rest was not read");
    }
  }

  private CountersignException invalid(String message) {
    return new CountersignException(ErrorCode.INPUT_INVALID, message, problems);
  }
}
