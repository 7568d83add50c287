package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.numbers;
import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much trainings with other seeds differ, beside the difference to the live model: what lies
 * inside their spread may be the luck of one training.
 */
final class RepeatsSection {
  private static final Phrase INSIDE = Phrase.EMPTY.mark(Tone.OPEN, "inside the spread of seeds");

  private RepeatsSection() {}

  static Section of(ReviewInput input) {
    return new Section(
        SectionKind.REPEATS,
        input
            .evaluation()
            .map(evaluation -> Subject.of(input, evaluation))
            .map(RepeatsSection::blocks)
            .orElse(List.of()));
  }

  /** The sentence that explains why two models are called indistinguishable; else empty. */
  static Optional<String> explanation(Subject subject) {
    return subject.evaluation().verdict() == Verdict.INDISTINGUISHABLE
        ? subject
            .primary()
            .flatMap(metric -> metric.live().flatMap(MetricDelta::deltaInterval))
            .map(
                interval ->
                    interval.contains(0)
                        ? "The interval holds 0: on these rows the difference may be chance."
                        : "The difference is no larger than what trainings with other seeds differ"
                            + " by"
                            + spread(subject)
                            + ": it may be the luck of one training.")
        : Optional.empty();
  }

  private static String spread(Subject subject) {
    return subject
        .primary()
        .flatMap(
            metric ->
                Trainings.of(subject, metric)
                    .map(all -> " (" + Figures.number(all.spread(), metric.decimals()) + ")"))
        .orElse("");
  }

  private static List<Block> blocks(Subject subject) {
    List<Comparison> repeated =
        subject.overall().stream()
            .filter(metric -> Trainings.of(subject, metric).isPresent())
            .toList();
    if (repeated.isEmpty()) {
      return List.of();
    }
    List<List<Phrase>> rows = new ArrayList<>();
    for (Comparison metric : repeated) {
      rows.add(row(metric, Trainings.of(subject, metric).orElseThrow()));
    }
    return List.of(
        new Block.Table(
            "Trainings with other seeds, and the difference to the live model",
            List.of(
                words("Metric"),
                numbers("Trainings"),
                numbers("From – to"),
                numbers("Spread"),
                numbers("Difference to live"),
                words("Reading")),
            rows),
        new Block.Remark(
            Phrase.of(
                "The candidate and the repeats that the run reports, which were not checked. A"
                    + " difference no larger than the spread is called indistinguishable, whatever"
                    + " the interval says: the interval covers the evaluation rows only.")));
  }

  private static List<Phrase> row(Comparison metric, Trainings all) {
    int decimals = metric.decimals();
    return List.of(
        metric.nameCell(),
        Phrase.of(Figures.count(all.count())),
        Phrase.of(
            Figures.number(all.low(), decimals) + " – " + Figures.number(all.high(), decimals)),
        Phrase.EMPTY.strong(Figures.number(all.spread(), decimals)),
        metric.changeCell(),
        reading(metric, all));
  }

  private static Phrase reading(Comparison metric, Trainings all) {
    return metric
        .live()
        .map(
            live ->
                all.cover(live) ? INSIDE : Phrase.EMPTY.mark(Tone.PLAIN, "larger than the spread"))
        .orElse(Phrase.of("–"));
  }

  /** What the metrics' table says of a metric: by its interval, unless seeds alone explain it. */
  static Phrase reading(Subject subject, Comparison metric) {
    return Trainings.of(subject, metric)
        .filter(all -> metric.live().filter(all::cover).isPresent())
        .map(all -> INSIDE)
        .orElse(metric.reading().phrase());
  }
}
