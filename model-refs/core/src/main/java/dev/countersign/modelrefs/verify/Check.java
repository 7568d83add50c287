package dev.countersign.modelrefs.verify;

import dev.countersign.modelrefs.error.CountersignException;

/** How one check of a reference ended. */
public sealed interface Check {
  /** What is checked, in the order of checking. */
  enum Subject {
    /** The document has the format, every field its form. */
    FORMAT,
    /** The checksum is that of the content. */
    CHECKSUM,
    /** The bytes are those a writer gives; demanded by {@code validate} only. */
    WRITERS_BYTES,
    /** The files listed make the artifact's digest and size. */
    MANIFEST,
    /** The bytes in the store are those the reference names. */
    ARTIFACT
  }

  /** What was checked. */
  Subject subject();

  /** It is as it must be. */
  record Passed(Subject subject) implements Check {}

  /**
   * It is not as a writer would leave it, which readers accept.
   *
   * @param remark one sentence for people
   */
  record Noted(Subject subject, String remark) implements Check {}

  /** It is not as it must be, or could not be checked; the failure's code tells which. */
  record Failed(Subject subject, CountersignException failure) implements Check {}

  /**
   * It was not checked.
   *
   * @param reason one sentence for people
   */
  record Skipped(Subject subject, String reason) implements Check {}
}
