package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.metric.MetricCatalogue;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The metric that the verdict speaks of. */
final class PrimaryMetric {
  private static final Set<GateKind> COMPARISONS =
      EnumSet.of(GateKind.SUPERIOR, GateKind.NON_INFERIOR);

  private PrimaryMetric() {}

  /** The metric of the first comparison gate that can be computed, else the task's default. */
  static String of(Task task, List<GateSpec> gates, Set<String> computed) {
    return gates.stream()
        .filter(gate -> COMPARISONS.contains(gate.kind()) && computed.contains(gate.metric()))
        .map(GateSpec::metric)
        .findFirst()
        .orElseGet(() -> MetricCatalogue.standard(task).get(0));
  }

  /** The margin of the first {@code nonInferior} gate on a metric. */
  static OptionalDouble nonInferiority(String metric, List<GateSpec> gates) {
    return gates.stream()
        .filter(gate -> gate.kind() == GateKind.NON_INFERIOR && gate.metric().equals(metric))
        .mapToDouble(GateSpec::bound)
        .findFirst();
  }
}
