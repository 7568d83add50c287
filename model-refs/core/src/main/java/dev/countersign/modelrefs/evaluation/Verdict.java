package dev.countersign.modelrefs.evaluation;

/** How the candidate compares with the baseline. */
public enum Verdict {
  BETTER,
  NON_INFERIOR,
  INDISTINGUISHABLE,
  /** Better over all rows, and a slice is shown to be worse beyond its gate's margin. */
  MIXED,
  WORSE,
  NOT_COMPARABLE,
  NO_BASELINE
}
