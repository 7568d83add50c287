package dev.countersign.modelrefs.evaluation;

/**
 * The rules a gate can apply (DESIGN, statistics). Comparison gates act on the interval's bound,
 * not on the point.
 */
public enum GateKind {
  /** Better than the baseline by more than a relative margin, at the interval's bound. */
  SUPERIOR,
  /** Not worse than the baseline by more than a relative margin, at the interval's bound. */
  NON_INFERIOR,
  /** At least a value; at the point. */
  AT_LEAST,
  /** At most a value; at the point. */
  AT_MOST,
  /** Not worse than another metric of the run; at the point. */
  NOT_WORSE_THAN,
  /**
   * No slice is shown to be worse than the baseline by more than a relative margin
   * (Holm-corrected).
   */
  SLICES;

  /** Whether it compares a metric over all rows with the baseline's. */
  public boolean isComparison() {
    return this == SUPERIOR || this == NON_INFERIOR;
  }
}
