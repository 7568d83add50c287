package dev.countersign.modelrefs.evaluation;

/** Whether a lower or a higher value of a metric is better. */
public enum Direction {
  LOWER,
  HIGHER
}
