package dev.countersign.bot.review.schema;

import static dev.countersign.bot.review.schema.SchemaFixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.bot.review.schema.SchemaDifference.FieldChange;
import dev.countersign.bot.review.schema.SchemaDifference.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDifferenceTest {
  @Test
  void namesWhatWasAddedRemovedRetypedAndChanged() {
    SchemaDifference difference =
        SchemaDifference.between(SchemaFixtures.live(), SchemaFixtures.candidate()).orElseThrow();

    assertThat(difference.changes())
        .extracting(FieldChange::name, FieldChange::kind)
        .containsExactly(
            tuple("carat", Kind.CHANGED),
            tuple("color", Kind.REMOVED),
            tuple("cut", Kind.RETYPED),
            tuple("depth", Kind.ADDED));
    assertThat(difference.changes().get(2).before().orElseThrow())
        .hasToString("category, default Good, categories Fair/Good");
    assertThat(difference.count(Kind.ADDED)).isEqualTo(1);
  }

  @Test
  void findsNothing_whereOnlyTheFormIsAnother() {
    byte[] live = bytes("{\"fields\": [{\"name\": \"a\", \"type\": \"double\"}]}");
    byte[] same = bytes("{ \"inputs\":[{\"type\":\"double\",\"name\":\"a\"}] }");

    assertThat(SchemaDifference.between(live, same).orElseThrow().changes()).isEmpty();
  }

  @Test
  void readsAJsonSchema() {
    byte[] live = bytes("{\"properties\": {\"a\": {\"type\": \"integer\"}, \"b\": {}}}");
    byte[] candidate = bytes("{\"properties\": {\"a\": {\"type\": [\"integer\", \"null\"]}}}");

    assertThat(SchemaDifference.between(live, candidate).orElseThrow().changes())
        .extracting(FieldChange::name, FieldChange::kind)
        .containsExactly(tuple("a", Kind.RETYPED), tuple("b", Kind.REMOVED));
  }

  @DisplayName("Fault row 18: a schema that cannot be read is no difference and no error")
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"a\": 1, \"a\": 2}", "{\"fields\": [1, {}]}", "nope"})
  void saysNothing_whereOneCannotBeRead(String text) {
    assertThat(SchemaDifference.between(bytes(text), SchemaFixtures.live())).isEmpty();
    assertThat(SchemaDifference.between(SchemaFixtures.live(), bytes(text))).isEmpty();
  }
}
