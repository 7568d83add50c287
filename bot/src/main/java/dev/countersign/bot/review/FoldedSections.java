package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.numbers;
import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import java.util.List;
import java.util.Optional;

/** What is closed until a reader opens it: parameters, data, all metrics, history. */
final class FoldedSections {
  static final int MOST_ROWS = 200;

  private FoldedSections() {}

  static List<Section> of(ReviewInput input) {
    return List.of(
        ParameterSection.of(input), data(input), metrics(input), HistorySection.of(input));
  }

  private static Section data(ReviewInput input) {
    var data = input.candidate().provenance().data();
    List<List<Phrase>> rows =
        data.stream()
            .limit(MOST_ROWS)
            .map(
                set ->
                    List.of(
                        Phrase.EMPTY.strong(set.name()),
                        Phrase.of(Figures.count(set.rows())),
                        Phrase.EMPTY.code(set.digest().toString()),
                        set.uri()
                            .map(uri -> Phrase.EMPTY.address(uri, uri))
                            .orElse(Phrase.of("–"))))
            .toList();
    return table(
        SectionKind.DATA,
        "Data the training read",
        List.of(words("Data"), numbers("Rows"), words("Digest"), words("Where")),
        rows,
        data.size());
  }

  private static Section metrics(ReviewInput input) {
    List<Comparison> all = input.evaluation().map(Comparison::all).orElse(List.of());
    List<List<Phrase>> rows = all.stream().limit(MOST_ROWS).map(FoldedSections::metricRow).toList();
    return table(
        SectionKind.ALL_METRICS,
        "Every metric, over all rows and by slice",
        List.of(
            words("Metric"),
            words("Slice"),
            numbers("Rows"),
            numbers("Live"),
            numbers("Candidate"),
            numbers("Difference"),
            numbers("p")),
        rows,
        all.size());
  }

  private static List<Phrase> metricRow(Comparison c) {
    Optional<String> slice = c.candidate().slice().map(Object::toString);
    return List.of(
        Phrase.EMPTY.strong(c.candidate().name()),
        Phrase.of(slice.orElse("all rows")),
        Phrase.of(
            c.candidate().rows().isPresent()
                ? Figures.count(c.candidate().rows().getAsLong())
                : "–"),
        c.liveCell(),
        c.candidateCell(),
        c.changeCell(),
        Phrase.of(SliceSection.probability(c.live().map(MetricDelta::adjustedP))));
  }

  /** A folded table; where it is cut it says where the rest is. */
  static Section table(
      SectionKind kind,
      String caption,
      List<Block.Column> columns,
      List<List<Phrase>> rows,
      int total) {
    return new Section(
        kind,
        rows.isEmpty()
            ? List.of()
            : Rows.table(caption, columns, rows, Optional.of("see the run's report"), total));
  }
}
