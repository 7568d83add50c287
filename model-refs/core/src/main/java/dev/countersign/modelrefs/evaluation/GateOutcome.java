package dev.countersign.modelrefs.evaluation;

/** How a gate ended. */
public enum GateOutcome {
  PASSED,
  FAILED,
  /** The evidence does not allow a decision; an approver decides. */
  NEEDS_PERSON,
  /** Failed, and waived by someone whose approval counts; never written into a reference. */
  WAIVED
}
