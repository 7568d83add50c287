package dev.countersign.samples.diamonds.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.samples.diamonds.data.Diamond;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputSchemaJsonTest {
  @Test
  void readsWhatItWrote() {
    byte[] bytes = InputSchemaJson.encode(InputSchema.DIAMONDS);

    assertThat(InputSchemaJson.decode(bytes, "input-schema.json")).isEqualTo(InputSchema.DIAMONDS);
  }

  @Test
  void writesWhatServingNeeds() {
    assertThat(new String(InputSchemaJson.encode(InputSchema.DIAMONDS), UTF_8))
        .contains("\"name\": \"carat\"", "\"type\": \"number\"", "\"default\": 0.7")
        .contains("\"type\": \"category\"", "\"Very Good\"", "\"unit\": \"USD\"");
  }

  @Test
  void givesACategoryItsPositionAndANumberItsValue() {
    Diamond diamond =
        Diamond.parse(
            List.of("0.23", "Premium", "E", "SI2", "61.5", "55", "326", "3.95", "3.98", "2.43"));

    assertThat(InputSchema.DIAMONDS.matrix(List.of(diamond)))
        .containsExactly(0.23f, 3, 1, 1, 61.5f, 55, 3.95f, 3.98f, 2.43f);
  }

  @Test
  void refusesAFeatureThatTheDataDoesNotHave() {
    String schema =
        "{\"features\": [{\"name\": \"colour\", \"type\": \"number\", \"default\": 1}]}";

    assertThat(
            catchThrowableOfType(
                    CountersignException.class,
                    () -> InputSchemaJson.decode(schema.getBytes(UTF_8), "input-schema.json"))
                .problems())
        .extracting(Object::toString)
        .containsExactly("$.features[0].name: \"colour\" is not a column of the data");
  }
}
