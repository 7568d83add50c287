package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Builds evaluations as a reference records them. */
final class Evaluations {
  private static final Digest DIGEST = new Digest("ab".repeat(32));

  private final List<MetricValue> metrics = new ArrayList<>();
  private final List<MetricDelta> deltas = new ArrayList<>();
  private final List<GateResult> gates = new ArrayList<>();
  private boolean baseline;
  private String incomparable = "";

  Evaluations metric(String name, Evidence evidence, double value) {
    return add(name, evidence, Optional.empty(), OptionalLong.empty(), value);
  }

  Evaluations verified(String name, double value) {
    return metric(name, Evidence.VERIFIED, value);
  }

  Evaluations declared(String name, double value) {
    return metric(name, Evidence.DECLARED, value);
  }

  /** A difference over all rows, from the baseline's value and the ends of the interval. */
  Evaluations delta(String name, double value, double low, double high) {
    baseline = true;
    deltas.add(
        new MetricDelta(
            name,
            Optional.empty(),
            value,
            (low + high) / 2,
            Optional.of(new Interval(low, high)),
            OptionalDouble.empty()));
    return this;
  }

  Evaluations deltaWithoutInterval(String name, double value, double delta) {
    baseline = true;
    deltas.add(
        new MetricDelta(
            name, Optional.empty(), value, delta, Optional.empty(), OptionalDouble.empty()));
    return this;
  }

  Evaluations slice(String name, String slice, long rows, OptionalDouble adjustedP) {
    baseline = true;
    Optional<SliceName> sliceName = Optional.of(SliceName.parse(slice));
    add(name, Evidence.VERIFIED, sliceName, OptionalLong.of(rows), 110);
    deltas.add(
        new MetricDelta(name, sliceName, 100, 10, Optional.of(new Interval(8, 12)), adjustedP));
    return this;
  }

  Evaluations recorded(GateResult gate) {
    gates.add(gate);
    return this;
  }

  Evaluations incomparable(String reason) {
    baseline = true;
    incomparable = reason;
    return this;
  }

  Evaluation build() {
    BaselineComparison comparison =
        new BaselineComparison(
            ModelVersion.FIRST, DIGEST, incomparable.isEmpty(), incomparable, deltas);
    return new Evaluation(
        Task.REGRESSION,
        new EvaluationDataset("test", DIGEST, 1000, "row-hash"),
        new Statistics("paired-bootstrap-percentile", 2000, 1, 0.95),
        metrics,
        baseline ? Optional.of(comparison) : Optional.empty(),
        gates,
        Verdict.BETTER);
  }

  private Evaluations add(
      String name, Evidence evidence, Optional<SliceName> slice, OptionalLong rows, double value) {
    Direction direction = name.endsWith("r2") ? Direction.HIGHER : Direction.LOWER;
    metrics.add(
        new MetricValue(name, evidence, slice, rows, value, Optional.empty(), direction, "USD"));
    return this;
  }
}
