package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.List;
import java.util.Optional;

/** The metric that a verdict speaks of. */
public final class VerdictMetric {
  private VerdictMetric() {}

  /**
   * The candidate's value over all rows of the metric of the first comparison gate, else of the
   * first verified metric; empty if nothing is verified.
   */
  public static Optional<MetricValue> of(Evaluation evaluation, List<GateSpec> gates) {
    List<MetricValue> verified =
        evaluation.metrics().stream()
            .filter(metric -> metric.evidence() == Evidence.VERIFIED && metric.slice().isEmpty())
            .toList();
    return gates.stream()
        .filter(gate -> gate.kind() == GateKind.SUPERIOR || gate.kind() == GateKind.NON_INFERIOR)
        .flatMap(gate -> verified.stream().filter(metric -> metric.name().equals(gate.metric())))
        .findFirst()
        .or(() -> verified.stream().findFirst());
  }
}
