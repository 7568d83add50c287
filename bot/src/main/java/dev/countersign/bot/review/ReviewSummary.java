package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a review comes to, where there is no room for the review: a chat, a terminal. Plain text, as
 * it came; the sink encodes it.
 *
 * @param tone of the verdict; a block outweighs everything
 * @param verdict one sentence
 * @param reasons why it is blocked or needs a person, one sentence each
 * @param metrics over all rows: the one the verdict rests on first, verified before declared
 */
public record ReviewSummary(
    Tone tone, String verdict, List<String> reasons, List<MetricLine> metrics) {
  /**
   * A metric in words.
   *
   * @param name with its unit
   * @param live of the live model; empty if there is nothing to compare with
   * @param candidate with its interval, where there is one
   * @param change with its sign and interval; empty if there is nothing to compare with
   */
  public record MetricLine(
      String name, Optional<String> live, String candidate, Optional<String> change) {}

  public ReviewSummary {
    reasons = List.copyOf(reasons);
    metrics = List.copyOf(metrics);
  }

  /** The summary of what a review would say; a pure function of its input. */
  public static ReviewSummary of(ReviewInput input) {
    return new ReviewSummary(
        VerdictSection.tone(input),
        VerdictSentence.of(input).plain(),
        BlockReasons.of(input).stream().map(Phrase::plain).toList(),
        input.evaluation().map(evaluation -> metrics(input, evaluation)).orElse(List.of()));
  }

  private static List<MetricLine> metrics(ReviewInput input, Evaluation evaluation) {
    Subject subject = Subject.of(input, evaluation);
    String first = subject.primary().map(c -> c.candidate().name()).orElse("");
    return subject.overall().stream()
        .sorted(
            Comparator.comparing((Comparison c) -> !c.candidate().name().equals(first))
                .thenComparing(c -> c.candidate().evidence() != Evidence.VERIFIED))
        .map(ReviewSummary::line)
        .toList();
  }

  private static MetricLine line(Comparison comparison) {
    String unit = comparison.candidate().unit();
    return new MetricLine(
        comparison.candidate().name() + (unit.isEmpty() ? "" : ", " + unit),
        comparison.live().map(live -> comparison.liveCell().plain()),
        comparison.candidateCell().plain(),
        comparison.live().map(live -> comparison.changeCell().plain()));
  }
}
