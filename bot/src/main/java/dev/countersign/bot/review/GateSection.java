package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.words;

import java.util.List;
import java.util.Optional;

/** The gates: rule, outcome, reason. */
final class GateSection {
  private static final int MOST_ROWS = 50;

  private GateSection() {}

  static Section of(ReviewInput input) {
    return new Section(
        SectionKind.GATES,
        input
            .evaluation()
            .map(evaluation -> JudgedGate.all(Subject.of(input, evaluation)))
            .filter(gates -> !gates.isEmpty())
            .map(GateSection::blocks)
            .orElse(List.of()));
  }

  private static List<Block> blocks(List<JudgedGate> gates) {
    List<Block.Column> columns =
        List.of(words("Gate"), words("Rule"), words("Outcome"), words("Why"));
    List<List<Phrase>> rows =
        gates.stream()
            .limit(MOST_ROWS)
            .map(
                gate ->
                    List.of(
                        Phrase.EMPTY.code(gate.result().id()),
                        Phrase.of(gate.rule()),
                        gate.outcomeCell(),
                        gate.reasonCell()))
            .toList();
    return Rows.table(
        "What the configuration asks of a candidate",
        columns,
        rows,
        Optional.empty(),
        gates.size());
  }
}
