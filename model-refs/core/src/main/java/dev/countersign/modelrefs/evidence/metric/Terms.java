package dev.countersign.modelrefs.evidence.metric;

import java.util.function.ToDoubleFunction;

/** What each row contributes to the sums that a task's metrics are made of. */
interface Terms {
  /** Number of different terms. */
  int size();

  /** Gives the terms of a row that are not zero. */
  void of(int row, Sink sink);

  /** A metric as a function of the terms' sums; NaN where it is undefined. */
  ToDoubleFunction<double[]> formula(String metric);

  /** Receives terms. */
  @FunctionalInterface
  interface Sink {
    /** Adds a value to a term's sum. */
    void add(int term, double value);
  }

  /** A quotient, or NaN if there is nothing to divide by. */
  static double ratio(double numerator, double denominator) {
    return denominator > 0 ? numerator / denominator : Double.NaN;
  }
}
