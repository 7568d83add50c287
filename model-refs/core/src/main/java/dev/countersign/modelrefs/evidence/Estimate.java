package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evidence.bootstrap.Draws;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One metric on one subset with its resamples.
 *
 * @param candidate defined on these rows, or the metric is left out
 * @param baseline empty if there is no comparable baseline
 */
record Estimate(
    MetricDefinition metric, Subset subset, Sampled candidate, Optional<Sampled> baseline) {
  /** A value and its resamples. */
  record Sampled(double value, Draws draws) {}

  /** Whether the candidate's value is a number. */
  boolean defined() {
    return Double.isFinite(candidate.value());
  }

  /** Whether candidate and baseline both have a value. */
  boolean paired() {
    return defined() && baseline.filter(other -> Double.isFinite(other.value())).isPresent();
  }

  /** The candidate's value, as a reference records it. */
  MetricValue value(double confidence) {
    return new MetricValue(
        metric.name(),
        Evidence.VERIFIED,
        subset.slice(),
        subset.slice().isPresent() ? OptionalLong.of(subset.rows().size()) : OptionalLong.empty(),
        candidate.value(),
        interval(candidate.draws(), confidence),
        metric.direction(),
        metric.unit());
  }

  /** The difference from the baseline; only if {@link #paired()}. */
  MetricDelta delta(double confidence, OptionalDouble adjustedP) {
    Sampled other = baseline.orElseThrow();
    return new MetricDelta(
        metric.name(),
        subset.slice(),
        other.value(),
        candidate.value() - other.value(),
        interval(candidate.draws().minus(other.draws()), confidence),
        adjustedP);
  }

  /** The p-value of not being worse by more than a relative margin; only if {@link #paired()}. */
  double worseBeyond(double margin) {
    int sign = metric.direction() == Direction.LOWER ? 1 : -1;
    return candidate.draws().worseBeyond(margin, baseline.orElseThrow().draws(), sign);
  }

  private Optional<Interval> interval(Draws draws, double confidence) {
    return subset.large() ? draws.interval(confidence) : Optional.empty();
  }
}
