package dev.countersign.modelrefs.evidence.bootstrap;

/**
 * Metrics of one model on some rows, as a function of how often each unit was drawn. Thread-safe.
 */
public interface Measure {
  /** Number of metrics. */
  int size();

  /**
   * Computes every metric.
   *
   * @param counts how often each unit was drawn; all ones give the metrics' values
   * @param values receives them, from position 0; NaN where a metric is undefined on these rows
   */
  void at(int[] counts, double[] values);
}
