package dev.countersign.bot.propose;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.Optional;

/** Whether a candidate beats the one under review, by the point of the verdict's metric. */
final class Superiority {
  private Superiority() {}

  /** False where the two were not judged on the same rows: then nothing can be said. */
  static boolean isBetter(Evaluation candidate, ModelReference review) {
    return review
        .evaluation()
        .filter(other -> other.dataset().digest().equals(candidate.dataset().digest()))
        .filter(other -> isBetter(candidate, other))
        .isPresent();
  }

  private static boolean isBetter(Evaluation candidate, Evaluation other) {
    Optional<MetricValue> mine = VerdictMetric.of(candidate);
    return mine.flatMap(metric -> other.verified(metric.name()))
        .filter(theirs -> beats(mine.get(), theirs))
        .isPresent();
  }

  private static boolean beats(MetricValue mine, MetricValue theirs) {
    return mine.direction() == Direction.LOWER
        ? mine.value() < theirs.value()
        : mine.value() > theirs.value();
  }
}
