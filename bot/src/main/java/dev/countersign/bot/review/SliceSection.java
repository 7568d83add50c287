package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.numbers;
import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The verdict's metric by slice, worse ones first. */
final class SliceSection {
  private static final int MOST_ROWS = 25;

  private SliceSection() {}

  static Section of(ReviewInput input) {
    return new Section(
        SectionKind.SLICES,
        input
            .evaluation()
            .map(evaluation -> Subject.of(input, evaluation))
            .filter(subject -> !subject.slices().isEmpty())
            .map(SliceSection::blocks)
            .orElse(List.of()));
  }

  private static List<Block> blocks(Subject subject) {
    List<Comparison> slices = subject.slices();
    List<List<Phrase>> rows =
        slices.stream().limit(MOST_ROWS).map(c -> row(c, subject.compared())).toList();
    String order = subject.compared() ? ", worse ones first" : "";
    List<Block> blocks =
        new ArrayList<>(
            Rows.table(
                slices.get(0).candidate().name() + " by slice" + unit(slices.get(0)) + order,
                columns(subject),
                rows,
                Optional.of("see all metrics"),
                slices.size()));
    if (subject.compared()) {
      blocks.add(
          new Block.Remark(
              Phrase.of(
                  "p is small where a slice is shown to be worse"
                      + margin(subject)
                      + "; it is corrected for the number of slices (Holm).")));
    }
    return blocks;
  }

  private static String unit(Comparison c) {
    return c.candidate().unit().isEmpty() ? "" : " in " + c.candidate().unit();
  }

  private static List<Block.Column> columns(Subject subject) {
    String candidate = subject.candidateColumn();
    return subject.compared()
        ? List.of(
            words("Slice"),
            numbers("Rows"),
            numbers(subject.liveColumn()),
            numbers(candidate),
            numbers("Difference"),
            numbers("Relative"),
            words("Reading"),
            numbers("p"))
        : List.of(words("Slice"), numbers("Rows"), numbers(candidate));
  }

  private static String margin(Subject subject) {
    return subject.input().judging().gates().stream()
        .filter(gate -> gate.kind() == GateKind.SLICES && gate.bound() > 0)
        .findFirst()
        .map(gate -> " by more than " + Figures.percent(gate.bound()))
        .orElse("");
  }

  static List<Phrase> row(Comparison c, boolean compared) {
    Phrase name = Phrase.EMPTY.strong(c.sliceName());
    Phrase count =
        Phrase.of(
            c.candidate().rows().isPresent()
                ? Figures.count(c.candidate().rows().getAsLong())
                : "–");
    return compared
        ? List.of(
            name,
            count,
            c.liveCell(),
            c.candidateCell(),
            c.changeCell(),
            c.relativeCell(),
            c.reading().phrase(),
            Phrase.of(probability(c.live().map(MetricDelta::adjustedP))))
        : List.of(name, count, c.candidateCell());
  }

  static String probability(Optional<OptionalDouble> p) {
    double value = p.orElse(OptionalDouble.empty()).orElse(Double.NaN);
    if (Double.isNaN(value)) {
      return "–";
    }
    return value < 0.001 ? "< 0.001" : Figures.number(value, 3);
  }
}
