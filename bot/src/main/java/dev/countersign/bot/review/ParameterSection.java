package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.run.Scalar;
import java.util.List;
import java.util.Map;

/** The parameters of the training, beside those of the live model's. */
final class ParameterSection {
  private ParameterSection() {}

  static Section of(ReviewInput input) {
    Map<String, Scalar> parameters = input.candidate().provenance().parameters();
    Map<String, Scalar> before =
        input.live().map(live -> live.provenance().parameters()).orElse(Map.of());
    List<List<Phrase>> rows =
        parameters.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .limit(FoldedSections.MOST_ROWS)
            .map(
                entry ->
                    List.of(
                        Phrase.EMPTY.code(entry.getKey()),
                        shown(entry.getValue()),
                        live(before, entry.getKey())))
            .toList();
    return FoldedSections.table(
        SectionKind.PARAMETERS,
        "Parameters of the training",
        List.of(words("Parameter"), words("Candidate"), words("Live")),
        rows,
        parameters.size());
  }

  private static Phrase live(Map<String, Scalar> before, String name) {
    Scalar value = before.get(name);
    return value == null ? Phrase.of("–") : shown(value);
  }

  private static Phrase shown(Scalar value) {
    return value.toString().isEmpty() ? Phrase.of("(empty)") : Phrase.EMPTY.code(value.toString());
  }
}
