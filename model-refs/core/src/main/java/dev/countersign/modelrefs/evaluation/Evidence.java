package dev.countersign.modelrefs.evaluation;

/** Where a metric comes from. */
public enum Evidence {
  /** Computed by Countersign from predictions. */
  VERIFIED,
  /** Reported by the run; what cannot be computed from predictions. */
  DECLARED
}
