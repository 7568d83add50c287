package dev.countersign.modelrefs.evidence.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evidence.Rows;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MulticlassMetricsTest {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  /** Actual and predicted classes of scikit-learn's documentation of {@code f1_score}. */
  private static final Predictions KNOWN =
      predictions(new int[] {0, 1, 2, 0, 1, 2}, 0, 2, 1, 0, 0, 1);

  private static Predictions predictions(int[] actual, int... predicted) {
    List<Column> columns =
        IntStream.range(0, 3)
            .mapToObj(
                label ->
                    Column.of(
                        Arrays.stream(predicted)
                            .mapToDouble(p -> p == label ? 0.8 : 0.1)
                            .toArray()))
            .toList();
    return Rows.multiclass(CLASSES, Arrays.stream(actual).asDoubleStream().toArray())
        .candidate(new Scores(CLASSES, columns))
        .build();
  }

  private static MetricDefinition averaged(String name, String averaging) {
    return new MetricDefinition(
        name,
        Direction.HIGHER,
        "",
        Optional.of(averaging),
        OptionalDouble.empty(),
        Optional.empty());
  }

  @Test
  void matchesKnownValues() {
    Map<String, Double> metrics = Metrics.of(KNOWN);

    assertThat(metrics.get("macro_f1")).isCloseTo(0.26666666666666666, within(1e-12));
    assertThat(metrics.get("accuracy")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(metrics.get("log_loss"))
        .isCloseTo(-(2 * Math.log(0.8) + 4 * Math.log(0.1)) / 6, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "f1, macro, 0.26666666666666666",
    "f1, micro, 0.3333333333333333",
    "f1, weighted, 0.26666666666666666",
    "precision, macro, 0.2222222222222222",
    "recall, macro, 0.3333333333333333"
  })
  void averagesAsDefined(String name, String averaging, double expected) {
    assertThat(Metrics.of(KNOWN, averaged(name, averaging)).get(name))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void classesThatDoNotOccurDoNotCountInTheMacroAverage() {
    assertThat(Metrics.of(predictions(new int[] {0, 1, 0}, 0, 1, 0)).get("macro_f1")).isEqualTo(1);
  }
}
