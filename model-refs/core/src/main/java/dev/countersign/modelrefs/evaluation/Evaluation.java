package dev.countersign.modelrefs.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was found about a candidate.
 *
 * @param metrics verified ones first, over all rows before slices, then declared ones
 * @param baseline empty if there is no baseline
 * @param gates in the order of the configuration
 */
public record Evaluation(
    Task task,
    EvaluationDataset dataset,
    Statistics statistics,
    List<MetricValue> metrics,
    Optional<BaselineComparison> baseline,
    List<GateResult> gates,
    Verdict verdict) {
  public Evaluation {
    metrics = List.copyOf(metrics);
    gates = List.copyOf(gates);
  }

  /** Whether a gate failed, so that the merge request is a draft. */
  public boolean blocked() {
    return gates.stream().anyMatch(gate -> gate.outcome() == GateOutcome.FAILED);
  }

  /** The metrics that come from predictions, over all rows. */
  public Stream<MetricValue> verified() {
    return metrics.stream()
        .filter(metric -> metric.slice().isEmpty() && metric.evidence() == Evidence.VERIFIED);
  }

  /** One of the metrics that come from predictions, over all rows. */
  public Optional<MetricValue> verified(String metric) {
    return verified().filter(value -> value.name().equals(metric)).findFirst();
  }

  /** The same evaluation with other gate results, for example after waivers. */
  public Evaluation withGates(List<GateResult> other) {
    return new Evaluation(task, dataset, statistics, metrics, baseline, other, verdict);
  }
}
