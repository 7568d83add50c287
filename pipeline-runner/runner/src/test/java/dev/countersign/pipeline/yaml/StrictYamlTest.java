package dev.countersign.pipeline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {
  @Test
  void readsMapsListsAndScalarsAsJson() {
    JsonNode tree =
        read(
            """
            # a comment
            name: diamonds
            rounds: 60
            eta: 0.15
            quick: false
            none: ~
            argv: ["java", -jar, 'x y.jar']
            """);

    assertThat(tree.toString())
        .isEqualTo(
            """
            {"name":"diamonds","rounds":60,"eta":0.15,"quick":false,"none":null,\
            "argv":["java","-jar","x y.jar"]}""");
  }

  @Test
  @DisplayName("Fault row 20: an alias bomb is refused, not expanded")
  void refusesAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertRefused(bomb.toString(), "an anchor (&) is not allowed; repeat the value");
  }

  @Test
  @DisplayName("Fault row 20: an alias is refused, not read as a string")
  void refusesAlias() {
    assertRefused("a: 1\nb: *a\n", "line 2, column 4: an alias (*) is not allowed");
  }

  @ParameterizedTest
  @DisplayName("Fault row 20: a tag is refused")
  @ValueSource(
      strings = {
        "a: !!javax.script.ScriptEngineManager [x]",
        "a: !!str 1",
        "a: !local {b: c}",
        "!!map {a: b}",
        "a: !<tag:yaml.org,2002:java.net.URL> x"
      })
  void refusesTags(String yaml) {
    assertRefused(yaml, "is not allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\na: 2 | Duplicate",
        "a: {b: 1, b: 2} | Duplicate",
        "a: [1 | expected",
        "a: 1\\n---\\nb: 2 | Trailing token",
        "'' | is empty",
        "~ | is empty",
        "a: 9007199254740993 | is beyond 2^53",
        "? [complex]\\n: key | line 1"
      })
  void refusesWhatIsNotOneStrictDocument(String yaml, String message) {
    assertRefused(yaml.replace("\\n", "\n"), message);
  }

  @ParameterizedTest
  @DisplayName("Fault row 19: no YAML number is NaN or infinite")
  @ValueSource(strings = {".nan", ".inf", "-.inf", "NaN", "1e400", "-1e400"})
  void readsNoNumberThatIsNotFinite(String value) {
    try {
      assertThat(read("a: " + value).get("a").isNumber()).isFalse();
    } catch (CountersignException e) {
      assertThat(e.problems())
          .singleElement()
          .asString()
          .containsAnyOf("Malformed numeric value", "is not a finite number");
    }
  }

  @Test
  void refusesDepthBeyondFifty() {
    assertThat(read("[".repeat(50) + "]".repeat(50)).isArray()).isTrue();
    assertRefused("[".repeat(51) + "]".repeat(51), "depth");
    assertRefused("[".repeat(100_000), "depth");
  }

  @Test
  void refusesMoreThanOneMebibyte() {
    assertRefused("a: 1\n" + "# padding\n".repeat(110_000), "at most 1048576 are read");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(() -> StrictYaml.read(new byte[] {'a', ':', ' ', (byte) 0xff}, "x.yaml"))
        .satisfies(e -> assertThat(((CountersignException) e).problems()).hasSize(1))
        .satisfies(
            e ->
                assertThat(((CountersignException) e).problems().get(0).message())
                    .isEqualTo("is not valid UTF-8"));
  }

  private static JsonNode read(String yaml) {
    return StrictYaml.read(yaml.getBytes(StandardCharsets.UTF_8), "pipeline.yaml");
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID);
              assertThat(e.explanation()).contains("\"pipeline.yaml\"");
              assertThat(e.problems()).singleElement().asString().contains(message);
            });
  }
}
