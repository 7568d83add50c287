package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.bot.review.schema.InputField;
import dev.countersign.bot.review.schema.SchemaDifference;
import dev.countersign.bot.review.schema.SchemaDifference.FieldChange;
import dev.countersign.bot.review.schema.SchemaDifference.Kind;
import dev.countersign.modelrefs.value.WireName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the serving input differs from the live model's, where both schemas are at hand. */
final class SchemaSection {
  private static final int MOST_ROWS = 50;

  private SchemaSection() {}

  static Section of(ReviewInput input) {
    return new Section(
        SectionKind.SERVING_INPUT,
        input
            .run()
            .inputSchema()
            .filter(difference -> !difference.changes().isEmpty())
            .map(SchemaSection::blocks)
            .orElse(List.of()));
  }

  /** {@code : 1 field removed, 2 added}; nothing if the fields are the same. */
  static String summary(SchemaDifference difference) {
    String counts =
        Arrays.stream(Kind.values())
            .filter(kind -> difference.count(kind) > 0)
            .map(kind -> Figures.count(difference.count(kind)) + " " + WireName.words(kind))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : " (fields: " + counts + ")";
  }

  private static List<Block> blocks(SchemaDifference difference) {
    List<List<Phrase>> rows =
        difference.changes().stream()
            .sorted(Comparator.comparing(FieldChange::kind))
            .limit(MOST_ROWS)
            .map(SchemaSection::row)
            .toList();
    return Rows.table(
        "Fields of the serving input that are not as in the live model's",
        List.of(words("Field"), words("Change"), words("Live"), words("Candidate")),
        rows,
        Optional.empty(),
        difference.changes().size());
  }

  private static List<Phrase> row(FieldChange change) {
    return List.of(
        Phrase.EMPTY.code(change.name()),
        Phrase.EMPTY.mark(
            change.kind() == Kind.REMOVED || change.kind() == Kind.RETYPED ? Tone.BAD : Tone.OPEN,
            WireName.words(change.kind())),
        field(change.before()),
        field(change.after()));
  }

  private static Phrase field(Optional<InputField> field) {
    return field.map(each -> Phrase.EMPTY.code(each.toString())).orElse(Phrase.of("–"));
  }
}
