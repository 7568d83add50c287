package dev.countersign.modelrefs.git.log;

/** What there is of a line's log. */
public enum LogState {
  /** The branch does not exist: nothing was ever recorded in this repository, or it was lost. */
  NO_BRANCH,
  /** The branch exists, but has no file for the line. */
  NO_FILE,
  /** The line's file has no line. */
  EMPTY,
  /** The line's file has lines; whether any verifies is another question. */
  PRESENT
}
