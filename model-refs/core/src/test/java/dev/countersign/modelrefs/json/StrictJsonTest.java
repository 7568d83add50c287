package dev.countersign.modelrefs.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @Test
  void readsWhatIsPlainJson() {
    JsonNode tree = read(" {\"a\": [1, -0.5, true, null, \"\\ud83d\\ude00 ß\"]}\n");

    assertThat(tree.at("/a/4").textValue()).isEqualTo("😀 ß");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "{\"a\":1,}", "{'a':1}", "{a:1}", "[1,]", "{} {}", "{}x", "// c\n{}",
        "{/**/}", "[01]", "[+1]", "[.5]", "[1.]", "[0x1]", "[\"\t\"]", "[\"\\x\"]", "[tru]",
            "\uFEFF{}"
      })
  void refusesWhatIsNotJson(String text) {
    assertThat(problems(text)).hasSize(1);
  }

  @Test
  @DisplayName("Fault row 18: a duplicate key is refused by name, at any depth")
  void refusesDuplicateKeys() {
    assertThat(problems("{\"a\": {\"rmse\": 1, \"rmse\": 2}}").toString()).contains("rmse");
    assertThat(problems("{\"a\": 1, \"\\u0061\": 2}")).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("Fault row 19: what is not a finite number is refused by its path")
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e400", "-1e999"})
  void refusesWhatIsNotFinite(String number) {
    assertThat(problems("{\"metrics\": {\"auc\": [0, " + number + "]}, \"x\": " + number + "}"))
        .extracting(Problem::path)
        .containsExactly("$.metrics.auc[1]", "$.x");
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740992, true",
    "-9007199254740992, true",
    "9007199254740993, false",
    "-9007199254740993, false",
    "9223372036854775807, false",
    "-9223372036854775808, false",
    "18446744073709551616, false",
    "9223372036854776000, true",
    "18446744073709552000, true",
    "9007199254740993.0, true",
    "1e300, true"
  })
  void readsWholeNumbersWithinTwoToThe53(String number, boolean read) {
    if (read) {
      assertThat(read("[" + number + "]").get(0).isNumber()).isTrue();
    } else {
      assertThat(problems("[" + number + "]").toString()).contains("$[0]", "2^53");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "{\"\\ud800x\": 1}"})
  void refusesHalfASurrogatePair_whichHasNoUtf8Bytes(String text) {
    assertThat(problems(text).toString()).contains("surrogate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "ISO-8859-1"})
  void refusesOtherEncodings(String charset) {
    byte[] bytes = "{\"größe\": 1}".getBytes(Charset.forName(charset));

    assertThat(problems(bytes)).hasSize(1);
  }

  @Test
  void readsFiftyLevels_andRefusesOneMore() {
    assertThat(read("[".repeat(50) + "]".repeat(50)).isArray()).isTrue();
    assertThat(problems("[".repeat(51) + "]".repeat(51))).hasSize(1);
  }

  @Test
  void refusesMoreThanOneMebibyte_sayingHowMuchItIs() {
    String text = "[" + " ".repeat(StrictJson.MAX_BYTES - 2) + "]";

    assertThat(read(text).isArray()).isTrue();
    assertThat(problems(text + "\n").toString()).contains("1048577 bytes", "1048576");
  }

  private static JsonNode read(String text) {
    return StrictJson.read(text.getBytes(UTF_8), "a test");
  }

  private static List<Problem> problems(String text) {
    return problems(text.getBytes(UTF_8));
  }

  private static List<Problem> problems(byte[] bytes) {
    CountersignException refused =
        catchThrowableOfType(
            CountersignException.class, () -> StrictJson.read(bytes, "metrics.json"));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID);
    assertThat(refused).hasMessageContaining("\"metrics.json\"");
    return refused.problems();
  }
}
