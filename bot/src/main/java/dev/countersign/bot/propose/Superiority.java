package dev.countersign.bot.propose;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.List;
import java.util.Optional;

/** Whether a candidate beats the one under review, by the point of the primary metric. */
final class Superiority {
  private Superiority() {}

  /** False where the two were not judged on the same rows: then nothing can be said. */
  static boolean isBetter(Evaluation candidate, ModelReference review, List<GateSpec> gates) {
    Optional<Evaluation> other = review.evaluation();
    if (other.isEmpty() || !other.get().dataset().digest().equals(candidate.dataset().digest())) {
      return false;
    }
    Optional<MetricValue> mine = primary(candidate, gates);
    return mine.isPresent()
        && overall(other.get(), mine.get().name())
            .filter(theirs -> beats(mine.get(), theirs))
            .isPresent();
  }

  private static boolean beats(MetricValue mine, MetricValue theirs) {
    return mine.direction() == Direction.LOWER
        ? mine.value() < theirs.value()
        : mine.value() > theirs.value();
  }

  private static Optional<MetricValue> primary(Evaluation evaluation, List<GateSpec> gates) {
    return gates.stream()
        .filter(gate -> gate.kind() == GateKind.SUPERIOR || gate.kind() == GateKind.NON_INFERIOR)
        .findFirst()
        .map(GateSpec::metric)
        .flatMap(name -> overall(evaluation, name))
        .or(() -> evaluation.metrics().stream().filter(Superiority::isOverall).findFirst());
  }

  private static Optional<MetricValue> overall(Evaluation evaluation, String name) {
    return evaluation.metrics().stream()
        .filter(Superiority::isOverall)
        .filter(metric -> metric.name().equals(name))
        .findFirst();
  }

  private static boolean isOverall(MetricValue metric) {
    return metric.slice().isEmpty() && metric.evidence() == Evidence.VERIFIED;
  }
}
