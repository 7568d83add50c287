package dev.countersign.modelrefs.git.log;

/** How proposing a run ended. */
public enum RunOutcome {
  /** A merge request was opened or updated. */
  PROPOSED,
  /** The reference says the same already. */
  UNCHANGED,
  /** A newer run's candidate is there. */
  OLDER,
  /** A person had closed the merge request of this digest, or a rollback withdrew it. */
  REJECTED,
  /** A hold or the rule of the environment keeps the candidate back. */
  HELD,
  /** The environment proposes only what is better, and this is not. */
  NOT_BETTER,
  /** A gate failed. */
  BLOCKED,
  /** The run failed or cannot be used. */
  FAILED
}
