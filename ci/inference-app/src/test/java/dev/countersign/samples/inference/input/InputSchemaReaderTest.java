package dev.countersign.samples.inference.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.samples.inference.SampleModel;
import dev.countersign.samples.inference.input.Feature.CategoryFeature;
import dev.countersign.samples.inference.input.Feature.NumberFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputSchemaReaderTest {
  @Test
  void readsFeaturesInTheirOrder() {
    InputSchema schema = InputSchemaReader.read(utf8(SampleModel.SCHEMA));

    assertThat(schema.features()).map(Feature::name).containsExactly("carat", "cut", "depth");
    assertThat(schema.features().get(0)).isInstanceOf(NumberFeature.class);
    assertThat(((CategoryFeature) schema.features().get(1)).categories())
        .containsExactly("Fair", "Good", "Ideal");
    assertThat(schema.features().get(1).fallback().orElseThrow().number()).isEqualTo(2);
    assertThat(schema.features().get(2).fallback()).isEmpty();
    assertThat(schema.target()).isEqualTo(new InputSchema.Target("price", "USD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"a","type":"text"}                  | "text" is not one of number, category
          {"name":"a","type":"category"}              | a category lists its categories
          {"name":"a","type":"number","default":"x"}  | must be a number
          {"name":"a","type":"number","default":-1e39} | must lie between -3.4e38 and 3.4e38, is -1.0E39
          {"name":"a","type":"number","defualt":1}    | unknown key "defualt"; did you mean "default"?
          {"name":"a","type":"category","categories":["b"],"default":"c"} | "c" is not one of b
          {"name":"a","type":"number","categories":["b"]} | a number has no categories
          """)
  void refusesAFeatureThatMakesNoSense(String feature, String problem) {
    String schema = "{\"features\":[" + feature + "],\"target\":{\"name\":\"price\"}}";

    assertThat(problemsOf(schema))
        .map(Problem::toString)
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void refusesTwoFeaturesOfOneName() {
    String feature = "{\"name\":\"a\",\"type\":\"number\"}";

    assertThat(
            problemsOf(
                "{\"features\":[%s,%s],\"target\":{\"name\":\"price\"}}"
                    .formatted(feature, feature)))
        .map(Problem::message)
        .containsExactly("features must have different names, and be at least one");
  }

  private static List<Problem> problemsOf(String schema) {
    List<Problem> problems = new java.util.ArrayList<>();
    assertThatThrownBy(() -> InputSchemaReader.read(utf8(schema)))
        .isInstanceOfSatisfying(CountersignException.class, e -> problems.addAll(e.problems()));
    return problems;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
