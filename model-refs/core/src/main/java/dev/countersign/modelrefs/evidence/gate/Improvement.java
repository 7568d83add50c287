package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;

/**
 * By how much a candidate is better than the baseline, in the metric's unit; negative is worse.
 *
 * <p>A relative margin {@code m} is taken of the absolute value of the baseline's metric as it is
 * recorded, so that anyone with the reference can check the gate: the candidate is better by more
 * than {@code m} if the interval's worse end lies above {@code m * |baseline|}.
 *
 * @param low the interval's worse end
 * @param high its better end
 * @param scale the absolute value of the baseline's metric
 */
public record Improvement(double low, double high, double scale) {
  /** The improvement that a paired difference shows. */
  public static Improvement of(MetricDelta delta, Interval interval, Direction direction) {
    double scale = Math.abs(delta.value());
    return direction == Direction.LOWER
        ? new Improvement(-interval.high(), -interval.low(), scale)
        : new Improvement(interval.low(), interval.high(), scale);
  }

  /** Whether even the interval's worse end is better by more than a relative margin. */
  public boolean exceeds(double margin) {
    return low > margin * scale;
  }

  /** Whether even the interval's better end is worse. */
  public boolean worse() {
    return high < 0;
  }
}
