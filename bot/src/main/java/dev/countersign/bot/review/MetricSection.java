package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.numbers;
import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Metrics over all rows: live model, candidate, difference with interval, kind of evidence. */
final class MetricSection {
  private static final int MOST_ROWS = 25;

  private MetricSection() {}

  static Section of(ReviewInput input) {
    return new Section(
        SectionKind.METRICS,
        input
            .evaluation()
            .map(evaluation -> blocks(Subject.of(input, evaluation)))
            .orElse(List.of()));
  }

  private static List<Block> blocks(Subject subject) {
    List<Comparison> overall = subject.overall();
    List<List<Phrase>> rows = overall.stream().limit(MOST_ROWS).map(c -> row(c, subject)).toList();
    List<Block> blocks = new ArrayList<>();
    if (!rows.isEmpty()) {
      blocks.addAll(
          Rows.table(
              "Metrics over all evaluation rows",
              columns(subject),
              rows,
              Optional.of("see all metrics"),
              overall.size()));
    }
    blocks.add(new Block.Remark(statistics(subject)));
    return blocks;
  }

  private static List<Block.Column> columns(Subject subject) {
    String candidate = subject.candidateColumn();
    return subject.compared()
        ? List.of(
            words("Metric"),
            numbers(subject.liveColumn()),
            numbers(candidate),
            numbers("Difference"),
            numbers("Relative"),
            words("Reading"),
            words("Evidence"))
        : List.of(words("Metric"), numbers(candidate), words("Evidence"));
  }

  private static List<Phrase> row(Comparison c, Subject subject) {
    return subject.compared()
        ? List.of(
            c.nameCell(),
            c.liveCell(),
            c.candidateCell(),
            c.changeCell(),
            c.relativeCell(),
            RepeatsSection.reading(subject, c),
            evidence(c))
        : List.of(c.nameCell(), c.candidateCell(), evidence(c));
  }

  private static Phrase evidence(Comparison c) {
    return Phrase.of(c.candidate().evidence() == Evidence.VERIFIED ? "verified" : "declared");
  }

  private static Phrase statistics(Subject subject) {
    Evaluation evaluation = subject.evaluation();
    EvaluationDataset dataset = evaluation.dataset();
    Statistics statistics = evaluation.statistics();
    Phrase computed =
        Phrase.of("Verified metrics were computed by Countersign from the predictions on ")
            .text(Figures.count(dataset.rows(), "row") + " of ")
            .strong(dataset.name())
            .text(" (split by " + dataset.split() + ", ")
            .code("sha256:" + dataset.digest().shortHex())
            .text("); declared ones are what the run says. ")
            .text("Intervals: " + Figures.percent(statistics.confidence()) + ", ")
            .text(statistics.method().replace('-', ' ') + ", ")
            .text(Figures.count(statistics.resamples(), "resample"))
            .text(", seed " + statistics.seed() + ". ")
            .text("They cover the sampling of evaluation rows, not the luck of one training.");
    long judged = subject.input().judging().candidatesJudged();
    return judged == 0
        ? computed.text(" These rows have judged no other candidate before.")
        : computed.text(
            " These rows have judged "
                + Figures.count(judged, "candidate")
                + " before; the more they judge, the more a winner owes to luck.");
  }
}
