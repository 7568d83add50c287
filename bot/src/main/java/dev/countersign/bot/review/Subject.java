package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import java.util.List;
import java.util.Optional;

/** What a review is about: the evaluation, and the metric that its verdict rests on. */
record Subject(ReviewInput input, Evaluation evaluation, List<Comparison> comparisons) {
  static Subject of(ReviewInput input, Evaluation evaluation) {
    return new Subject(input, evaluation, Comparison.all(evaluation));
  }

  /** The metric that the verdict speaks of. */
  Optional<Comparison> primary() {
    return VerdictMetric.of(evaluation)
        .flatMap(metric -> overall().stream().filter(c -> isOf(c, metric.name())).findFirst());
  }

  private static boolean isOf(Comparison comparison, String metric) {
    MetricValue value = comparison.candidate();
    return value.evidence() == Evidence.VERIFIED && value.name().equals(metric);
  }

  /** Metrics over all rows. */
  List<Comparison> overall() {
    return comparisons.stream().filter(c -> c.candidate().slice().isEmpty()).toList();
  }

  /** Slices of the primary metric, worse ones first. */
  List<Comparison> slices() {
    String metric = primary().map(c -> c.candidate().name()).orElse("");
    return comparisons.stream()
        .filter(c -> c.candidate().slice().isPresent() && isOf(c, metric))
        .sorted(Comparison.WORSE_FIRST)
        .toList();
  }

  /** Whether deltas against the live model exist. */
  boolean compared() {
    return evaluation.baseline().filter(BaselineComparison::comparable).isPresent();
  }

  /** {@code Live 1.0.0}: the baseline the numbers were computed against. */
  String liveColumn() {
    return evaluation.baseline().map(baseline -> "Live " + baseline.version()).orElse("Live");
  }

  String candidateColumn() {
    return "Candidate " + input.candidate().version();
  }
}
