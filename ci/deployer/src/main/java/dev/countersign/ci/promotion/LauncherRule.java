package dev.countersign.ci.promotion;

/** What an environment asks of the one who launched a training. */
public enum LauncherRule {
  /** Nothing; where nobody knows who it was, one more person has to approve. */
  ANY,
  /** The CI or the engine says who it was, not only the run or the command line. */
  ATTESTED
}
