package dev.countersign.modelrefs.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTest {
  private record Pair(String name, long size) {
    Pair {
      if (name.equals("nobody")) {
        throw new IllegalArgumentException("\"nobody\" is nobody's name");
      }
    }
  }

  private static final Decoder<Pair> PAIR =
      Decoders.object(
          reader -> {
            var name = reader.required("name", Decoders.nonBlank());
            var size = reader.withDefault("size", Decoders.integer(1, 9), 1L);
            reader.reserved("colour");
            return reader.build(() -> new Pair(name.get(), size.get()));
          });

  @ParameterizedTest
  @CsvSource({"1, 1", "1.0, 1", "1e0, 1", "9, 9", "0.9e1, 9"})
  void readsAWholeNumberInAnyForm(String written, long number) {
    assertThat(decode(Decoders.integer(1, 9), written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1001",
        "1.5",
        "\"1\"",
        "true",
        "-1",
        "1e300",
        "18446744073709552000",
        "18446744073709551617.0"
      })
  void refusesNumbersOutOfBounds_alsoThoseThatWouldWrapAroundIntoThem(String written) {
    assertThat(problems(Decoders.integer(1, 1000), written)).hasSize(1);
  }

  @Test
  void readsEveryElement_evenIfOneBeforeItIsWrong() {
    assertThat(
            problems(Decoders.list(PAIR), "[{\"name\": \" \"}, {\"name\": \"a\"}, {\"size\": 0}]"))
        .extracting(Problem::path)
        .containsExactly("$[0].name", "$[2]", "$[2].size");
    assertThat(problems(Decoders.map(Decoders.number()), "{\"a\": 1, \"b\": \"x\", \"c\": []}"))
        .extracting(Problem::path)
        .containsExactly("$.b", "$.c");
  }

  @Test
  void keepsTheOrderOfAMap() {
    assertThat(decode(Decoders.map(Decoders.number()), "{\"b\": 1, \"a\": 2}"))
        .isEqualTo(Map.of("a", 2.0, "b", 1.0))
        .extracting(map -> List.copyOf(map.keySet()))
        .isEqualTo(List.of("b", "a"));
  }

  @Test
  void turnsAConstructorsRefusalIntoAProblemOfTheObject() {
    assertThat(problems(PAIR, "{\"name\": \"nobody\"}"))
        .containsExactly(new Problem("$", "\"nobody\" is nobody's name"));
  }

  @Test
  void refusesUnknownAndReservedKeys_togetherWithEverythingElse() {
    assertThat(problems(PAIR, "{\"nmae\": \"a\", \"colour\": \"red\", \"size\": 0}"))
        .extracting(Problem::message)
        .containsExactly(
            "\"name\" is missing",
            "must lie between 1 and 9, is 0",
            "\"colour\" is reserved and not used by this version",
            "unknown key \"nmae\"; did you mean \"name\"?");
  }

  private static <T> T decode(Decoder<T> decoder, String text) {
    return JsonValue.decode(
        StrictJson.read(text.getBytes(UTF_8), "a test"),
        UnknownKeys.REFUSED,
        ErrorCode.CONFIGURATION_INVALID,
        "a test",
        decoder);
  }

  private static List<Problem> problems(Decoder<?> decoder, String text) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> decode(decoder, text));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    return refused.problems();
  }
}
