package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.numbers;
import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.run.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is closed until a reader opens it: parameters, data, all metrics, history. */
final class FoldedSections {
  private static final int MOST_ROWS = 200;

  private FoldedSections() {}

  static List<Section> of(ReviewInput input) {
    return List.of(parameters(input), data(input), metrics(input), HistorySection.of(input));
  }

  private static Section parameters(ReviewInput input) {
    Map<String, Scalar> parameters = input.candidate().provenance().parameters();
    Map<String, Scalar> before =
        input.live().map(live -> live.provenance().parameters()).orElse(Map.of());
    List<List<Phrase>> rows =
        parameters.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .limit(MOST_ROWS)
            .map(
                entry ->
                    List.of(
                        Phrase.EMPTY.code(entry.getKey()),
                        Phrase.EMPTY.code(entry.getValue().toString()),
                        live(before, entry.getKey())))
            .toList();
    return table(
        SectionKind.PARAMETERS,
        "Parameters of the training",
        List.of(words("Parameter"), words("Candidate"), words("Live")),
        rows,
        parameters.size());
  }

  private static Phrase live(Map<String, Scalar> before, String name) {
    Scalar value = before.get(name);
    return value == null ? Phrase.of("–") : Phrase.EMPTY.code(value.toString());
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

  private static Section table(
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
