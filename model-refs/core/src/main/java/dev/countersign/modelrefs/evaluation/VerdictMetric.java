package dev.countersign.modelrefs.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metric that a verdict speaks of: that of the first comparison gate whose metric was computed,
 * else the first that was computed.
 */
public final class VerdictMetric {
  private VerdictMetric() {}

  /**
   * The metric's name, before anything is evaluated.
   *
   * @param computed the metrics that will be computed, in the order in which they are shown; at
   *     least one
   */
  public static String of(List<GateSpec> gates, List<String> computed) {
    Stream<String> compared =
        gates.stream().filter(gate -> gate.kind().isComparison()).map(GateSpec::metric);
    return compared.filter(computed::contains).findFirst().orElseGet(() -> computed.get(0));
  }

  /** The metric over all rows, as an evaluation recorded it; empty if nothing is verified. */
  public static Optional<MetricValue> of(Evaluation evaluation) {
    return evaluation.gates().stream()
        .filter(gate -> gate.kind().isComparison())
        .flatMap(gate -> evaluation.verified(gate.metric()).stream())
        .findFirst()
        .or(() -> evaluation.verified().findFirst());
  }
}
