package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evidence.gate.Improvement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How a candidate compares with a comparable baseline, by the first of these that holds:
 *
 * <ol>
 *   <li>the primary metric has no interval for the difference: <em>not comparable</em>;
 *   <li>trainings with other seeds are known, and the difference is no larger than their spread:
 *       <em>indistinguishable</em>;
 *   <li>the whole interval is better: <em>better</em>, or <em>mixed</em> if a slice is shown to be
 *       worse beyond its margin;
 *   <li>the configuration asks for non-inferiority, and the whole interval is within its margin:
 *       <em>non-inferior</em>;
 *   <li>the whole interval is worse: <em>worse</em>;
 *   <li>otherwise: <em>indistinguishable</em>.
 * </ol>
 *
 * <p>The spread is the largest difference between any two of the trainings with other seeds and the
 * candidate itself.
 *
 * @param estimate the primary metric over all rows
 * @param repeats the primary metric of trainings with other seeds; may be empty
 * @param nonInferiority the margin of the primary metric's {@code nonInferior} gate, if there is
 *     one
 * @param sliceWorse whether a slice is shown to be worse beyond its margin
 */
record VerdictRule(
    Estimate estimate,
    List<Double> repeats,
    OptionalDouble nonInferiority,
    boolean sliceWorse,
    double confidence) {
  Verdict verdict() {
    if (!estimate.paired()) {
      return Verdict.NOT_COMPARABLE;
    }
    MetricDelta delta = estimate.delta(confidence, OptionalDouble.empty());
    Optional<Interval> interval = delta.deltaInterval();
    if (interval.isEmpty()) {
      return Verdict.NOT_COMPARABLE;
    }
    return !repeats.isEmpty() && Math.abs(delta.delta()) <= spread()
        ? Verdict.INDISTINGUISHABLE
        : byInterval(Improvement.of(delta, interval.get(), estimate.metric().direction()));
  }

  private Verdict byInterval(Improvement improvement) {
    if (improvement.exceeds(0)) {
      return sliceWorse ? Verdict.MIXED : Verdict.BETTER;
    }
    if (nonInferiority.isPresent() && improvement.exceeds(-nonInferiority.getAsDouble())) {
      return Verdict.NON_INFERIOR;
    }
    return improvement.worse() ? Verdict.WORSE : Verdict.INDISTINGUISHABLE;
  }

  private double spread() {
    double[] trainings =
        DoubleStream.concat(
                DoubleStream.of(estimate.candidate().value()),
                repeats.stream().mapToDouble(Double::doubleValue))
            .sorted()
            .toArray();
    return trainings[trainings.length - 1] - trainings[0];
  }
}
