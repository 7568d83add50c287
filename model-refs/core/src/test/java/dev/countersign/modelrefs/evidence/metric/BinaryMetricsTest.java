package dev.countersign.modelrefs.evidence.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evidence.Rows;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryMetricsTest {
  /** The example of scikit-learn's documentation of {@code roc_auc_score}. */
  private static final Predictions KNOWN =
      Rows.binary(0, 0, 1, 1).candidate(0.1, 0.4, 0.35, 0.8).build();

  private static MetricDefinition at(String name, double threshold) {
    return new MetricDefinition(
        name,
        Direction.HIGHER,
        "",
        Optional.empty(),
        OptionalDouble.of(threshold),
        Optional.of("1"));
  }

  @Test
  void matchesKnownValues() {
    Map<String, Double> metrics = Metrics.of(KNOWN);

    assertThat(metrics.get("auc")).isCloseTo(0.75, within(1e-12));
    assertThat(metrics.get("average_precision")).isCloseTo(0.8333333333333333, within(1e-12));
    assertThat(metrics.get("brier")).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-12));
    assertThat(metrics.get("log_loss"))
        .isCloseTo(
            -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-12));
    assertThat(metrics.get("accuracy")).isEqualTo(0.75);
    assertThat(metrics.get("precision")).isEqualTo(1);
    assertThat(metrics.get("recall")).isEqualTo(0.5);
    assertThat(metrics.get("f1")).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void eachMetricHasItsOwnThreshold() {
    Map<String, Double> metrics = Metrics.of(KNOWN, at("recall", 0.35), at("precision", 0.4));

    assertThat(metrics.get("recall")).isEqualTo(1);
    assertThat(metrics.get("precision")).isEqualTo(0.5);
    assertThat(metrics.get("accuracy")).isEqualTo(0.75);
  }

  @Test
  void tiesCountHalf() {
    assertThat(Metrics.of(Rows.binary(0, 1, 0, 1).candidate(0.5, 0.5, 0.5, 0.5).build()))
        .containsEntry("auc", 0.5)
        .containsEntry("average_precision", 0.5);
  }

  @Test
  void rankMetricsAreUndefinedWithoutPositives() {
    assertThat(Metrics.of(Rows.binary(0, 0).candidate(0.1, 0.2).build()))
        .containsOnlyKeys("log_loss", "brier", "accuracy", "precision");
  }

  @Test
  void theOtherClassesColumnGivesTheComplement() {
    Scores negative = new Scores(List.of("0"), List.of(Column.of(0.9, 0.6, 0.65, 0.2)));

    Map<String, Double> metrics = Metrics.of(Rows.binary(0, 0, 1, 1).candidate(negative).build());

    assertThat(metrics.get("auc")).isEqualTo(0.75);
    assertThat(metrics.get("brier")).isCloseTo(Metrics.of(KNOWN).get("brier"), within(1e-12));
  }

  @Test
  void certainMistakesHaveAFiniteLoss() {
    assertThat(Metrics.of(Rows.binary(0, 1).candidate(1, 0).build()).get("log_loss"))
        .isCloseTo(-Math.log(1e-15), within(1e-9));
  }

  @Test
  void refusesDifferentPositiveClasses() {
    MetricDefinition other =
        new MetricDefinition(
            "f1", Direction.HIGHER, "", Optional.empty(), OptionalDouble.empty(), Optional.of("0"));

    assertThatThrownBy(() -> Metrics.of(KNOWN, at("recall", 0.5), other))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.problems().get(0).message()).contains("different positive classes"));
  }

  @Test
  void refusesADirectionThatContradictsTheMetric() {
    MetricDefinition auc =
        new MetricDefinition(
            "auc", Direction.LOWER, "", Optional.empty(), OptionalDouble.empty(), Optional.empty());

    assertThatThrownBy(() -> Metrics.of(KNOWN, auc))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e ->
                assertThat(e.problems().get(0).message())
                    .isEqualTo("\"auc\" is better when higher"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void areaIsTheShareOfConcordantPairs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] actual = random.ints(60, 0, 2).asDoubleStream().toArray();
    double[] score = random.ints(60, 0, 10).mapToDouble(i -> i / 10.0).toArray();
    double concordant = 0;
    double pairs = 0;
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        if (actual[i] == 1 && actual[j] == 0) {
          pairs++;
          concordant += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
        }
      }
    }

    assertThat(Metrics.of(Rows.binary(actual).candidate(score).build()).get("auc"))
        .isCloseTo(concordant / pairs, within(1e-12));
  }
}
