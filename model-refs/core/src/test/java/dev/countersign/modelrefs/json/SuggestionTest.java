package dev.countersign.modelrefs.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("metrics", "predictions", "trainingRows");

  @ParameterizedTest
  @CsvSource({
    "metric, metrics",
    "metircs, metrics",
    "prediction, predictions",
    "pred, predictions",
    "training_rows, trainingRows"
  })
  void namesTheNearestKnownWord(String word, String nearest) {
    assertThat(Suggestion.of(word, KNOWN)).isEqualTo("; did you mean \"" + nearest + "\"?");
  }

  @ParameterizedTest
  @CsvSource({"colour", "x", "''"})
  void namesNothing_whenNothingIsNear(String word) {
    assertThat(Suggestion.of(word, KNOWN)).isEmpty();
  }
}
