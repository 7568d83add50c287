package dev.countersign.samples.inference.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.samples.inference.SampleModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
  private final RequestReader reader =
      new RequestReader(
          InputSchemaReader.read(SampleModel.SCHEMA.getBytes(StandardCharsets.UTF_8)));

  @Test
  void ordersTheValuesAsTheSchemaDoes_andTakesDefaults() {
    List<Row> rows =
        read(
            """
            {"instances": [
               {"depth": 61.5, "cut": "Good", "carat": 1},
               {"depth": 60, "cut": null, "recordId": "ring-7"}]}
            """);

    assertThat(rows)
        .map(Row::vector)
        .containsExactly(List.of(1f, 1f, 61.5f), List.of(0.7f, 2f, 60f));
    assertThat(rows).map(Row::recordId).containsExactly("0", "ring-7");
    assertThat(rows.get(1).inputs().toString())
        .isEqualTo("{\"carat\":0.7,\"cut\":\"Ideal\",\"depth\":60.0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"depth":1,"cut":"Idael"}  | $.instances[0].cut: "Idael" is not one of Fair, Good, Ideal; did you mean "Ideal"?
          {"depth":1,"cut":2}        | $.instances[0].cut: must be a string, is 2
          {"depth":1e39}             | $.instances[0].depth: must lie between -3.4e38 and 3.4e38, is 1.0E39
          {"depth":"1"}              | $.instances[0].depth: must be a number, is "1"
          {"cut":"Good"}             | $.instances[0]: "depth" is missing
          {"depth":1,"carrat":1}     | $.instances[0]: unknown key "carrat"; did you mean "carat"?
          {"depth":1,"recordId":" "} | $.instances[0].recordId: must not be blank
          [1]                        | $.instances[0]: must be an object, is [1]
          """)
  void namesFieldValueAndWhatIsAllowed(String instance, String problem) {
    assertThat(problemsOf("{\"instances\":[" + instance + "]}")).containsExactly(problem);
  }

  @Test
  void findsEveryProblemOfEveryInstance() {
    assertThat(
            problemsOf(
                """
                {"instances": [{"depth": "x", "cut": "y"}, {}], "instance": 1}
                """))
        .containsExactly(
            "$.instances[0].cut: \"y\" is not one of Fair, Good, Ideal",
            "$.instances[0].depth: must be a number, is \"x\"",
            "$.instances[1]: \"depth\" is missing",
            "$: unknown key \"instance\"; did you mean \"instances\"?");
  }

  @ParameterizedTest
  @CsvSource({"0", "1001"})
  void refusesABatchThatIsEmptyOrTooLarge(int size) {
    String instances = String.join(",", java.util.Collections.nCopies(size, "{\"depth\":1}"));

    assertThat(problemsOf("{\"instances\":[" + instances + "]}"))
        .containsExactly("$.instances: must have 1 to 1000 instances, has " + size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json
          {"instances":[{"depth":NaN}]}
          {"instances":[{"depth":1e400}]}
          {"instances":[{"depth":1,"depth":2}]}
          {"instances":[{"depth":1}]} {}
          """)
  @DisplayName("Fault rows 18, 19: JSON that no two readers agree on")
  void refusesWhatIsNotStrictJson(String body) {
    assertThat(problemsOf(body)).hasSize(1);
  }

  private List<Row> read(String body) {
    return reader.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problemsOf(String body) {
    List<String> problems = new ArrayList<>();
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> e.problems().stream().map(Problem::toString).forEach(problems::add));
    return problems;
  }
}
