package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a metric came to in the candidate's training and in those with other seeds.
 *
 * @param count of trainings, with the candidate's own
 * @param low the smallest value
 * @param high the largest
 */
record Trainings(long count, double low, double high) {
  /** Those of a metric over all rows; empty if the run brings none with other seeds. */
  static Optional<Trainings> of(Subject subject, Comparison metric) {
    List<Double> others =
        subject.input().run().repeats().getOrDefault(metric.candidate().name(), List.of());
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(of(metric.candidate().value(), others));
  }

  private static Trainings of(double candidate, List<Double> others) {
    DoubleSummaryStatistics all =
        DoubleStream.concat(
                DoubleStream.of(candidate), others.stream().mapToDouble(Double::doubleValue))
            .summaryStatistics();
    return new Trainings(all.getCount(), all.getMin(), all.getMax());
  }

  /** Whether a difference to the live model is no larger than what seeds alone make. */
  boolean cover(MetricDelta live) {
    return Math.abs(live.delta()) <= spread();
  }

  /** The largest difference between any two of them. */
  double spread() {
    return high - low;
  }
}
