package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.Withdrawal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentence that a review begins with: how the candidate compares with what is live. */
final class VerdictSentence {
  private VerdictSentence() {}

  /** The sentence that the review begins with. */
  static Phrase of(ReviewInput input) {
    return input
        .candidate()
        .rollbackOf()
        .map(withdrawal -> rollback(input, withdrawal))
        .or(() -> input.evaluation().map(evaluation -> verdict(Subject.of(input, evaluation))))
        .orElse(
            Phrase.EMPTY
                .mark(Tone.OPEN, "Not evaluated")
                .text(". This model came without evaluation; a person decides."));
  }

  private static Phrase rollback(ReviewInput input, Withdrawal withdrawal) {
    return Phrase.EMPTY
        .mark(Tone.OPEN, "Rollback")
        .text(" of " + input.candidate().line().environment() + " from ")
        .strong(withdrawal.version().toString())
        .text(" to ")
        .strong(input.candidate().version().toString())
        .text(". Reason: " + withdrawal.reason());
  }

  private static Phrase verdict(Subject subject) {
    Evaluation evaluation = subject.evaluation();
    Optional<BaselineComparison> baseline = evaluation.baseline();
    String live = baseline.map(b -> b.version().toString()).orElse("?") + ", which is live";
    Phrase start = Phrase.EMPTY.mark(toneOf(evaluation.verdict()), word(evaluation.verdict()));
    return switch (evaluation.verdict()) {
      case BETTER, WORSE -> start.text(" than " + live + ": ").then(numbers(subject));
      case NON_INFERIOR -> start.text(" to " + live + ": ").then(numbers(subject));
      case INDISTINGUISHABLE ->
          start
              .text(" from " + live + ": ")
              .then(numbers(subject))
              .text(RepeatsSection.explanation(subject).map(why -> " " + why).orElse(""));
      case MIXED ->
          start
              .text(": better overall than " + live + ", but worse on ")
              .text(worseSlices(subject) + ": ")
              .then(numbers(subject));
      case NOT_COMPARABLE ->
          start.text(" with " + live + ": " + baseline.map(BaselineComparison::reason).orElse(""));
      case NO_BASELINE ->
          start.text(
              ". Nothing is live in "
                  + subject.input().candidate().line().environment()
                  + " yet, so there is nothing to compare with; a person decides.");
    };
  }

  private static String worseSlices(Subject subject) {
    List<String> names =
        subject.slices().stream()
            .filter(slice -> slice.reading() == Reading.WORSE)
            .map(Comparison::sliceName)
            .toList();
    String first = names.stream().limit(3).collect(Collectors.joining(", "));
    return switch (names.size()) {
      case 0 -> "a slice";
      case 1, 2, 3 -> first;
      default -> first + " and " + (names.size() - 3) + " more slices";
    };
  }

  private static Tone toneOf(Verdict verdict) {
    return switch (verdict) {
      case BETTER, NON_INFERIOR -> Tone.GOOD;
      case WORSE -> Tone.BAD;
      case INDISTINGUISHABLE, MIXED, NOT_COMPARABLE, NO_BASELINE -> Tone.OPEN;
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "Better";
      case NON_INFERIOR -> "Not inferior";
      case INDISTINGUISHABLE -> "Indistinguishable";
      case MIXED -> "Mixed";
      case WORSE -> "Worse";
      case NOT_COMPARABLE -> "Not comparable";
      case NO_BASELINE -> "First model";
    };
  }

  /** {@code rmse 1,288.4 → 543.2 USD (−57.8 %), difference −745.2, 95 % interval [−792.0, …]}. */
  private static Phrase numbers(Subject subject) {
    Statistics statistics = subject.evaluation().statistics();
    return subject
        .primary()
        .flatMap(c -> c.live().map(live -> sentence(c, live, statistics)))
        .orElse(Phrase.of("see the metrics."));
  }

  private static Phrase sentence(Comparison c, MetricDelta live, Statistics statistics) {
    int decimals = c.decimals();
    String unit = c.candidate().unit().isEmpty() ? "" : " " + c.candidate().unit();
    String relative =
        c.relativeChange().map(share -> " (" + Figures.percentChange(share) + ")").orElse("");
    String interval =
        live.deltaInterval()
            .map(
                i ->
                    ", "
                        + Figures.percent(statistics.confidence())
                        + " interval "
                        + Figures.differences(i, decimals))
            .orElse("");
    return Phrase.of(c.candidate().name() + " " + Figures.number(live.value(), decimals) + " → ")
        .strong(Figures.number(c.candidate().value(), decimals) + unit)
        .text(relative + ", difference " + Figures.difference(live.delta(), decimals))
        .text(interval + ".");
  }
}
