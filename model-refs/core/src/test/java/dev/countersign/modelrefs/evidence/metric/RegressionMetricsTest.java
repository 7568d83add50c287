package dev.countersign.modelrefs.evidence.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.evidence.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionMetricsTest {
  /** The example of scikit-learn's documentation of {@code r2_score}. */
  private static final Rows KNOWN = Rows.regression(3, -0.5, 2, 7).candidate(2.5, 0.0, 2, 8);

  @Test
  void matchesKnownValues() {
    assertThat(Metrics.of(KNOWN.build()).get("rmse")).isCloseTo(Math.sqrt(0.375), within(1e-12));
    assertThat(Metrics.of(KNOWN.build()).get("mae")).isCloseTo(0.5, within(1e-12));
    assertThat(Metrics.of(KNOWN.build()).get("r2")).isCloseTo(0.9486081370449679, within(1e-12));
  }

  @Test
  void aWeightOfTwoCountsARowTwice() {
    Rows weighted = Rows.regression(1, 2, 4).candidate(2, 2, 2).weights(2, 1, 1);
    Rows repeated = Rows.regression(1, 1, 2, 4).candidate(2, 2, 2, 2);

    assertThat(Metrics.of(weighted.build())).isEqualTo(Metrics.of(repeated.build()));
  }

  @Test
  void r2IsUndefinedWithoutVariance() {
    assertThat(Metrics.of(Rows.regression(5, 5, 5).candidate(4, 5, 6).build()))
        .containsOnlyKeys("rmse", "mae");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void matchesItsFormulasOnRandomRowsFarFromZero(long seed) {
    double[] actual = Rows.plus(Rows.normal(seed, 200, 3), constant(200, 1e6));
    double[] error = Rows.normal(seed + 100, 200, 1);
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < 200; i++) {
      mean += actual[i] / 200;
      squares += error[i] * error[i];
    }
    double variation = 0;
    for (double value : actual) {
      variation += (value - mean) * (value - mean);
    }

    var metrics = Metrics.of(Rows.regression(actual).candidate(Rows.plus(actual, error)).build());

    assertThat(metrics.get("rmse")).isCloseTo(Math.sqrt(squares / 200), within(1e-7));
    assertThat(metrics.get("r2")).isCloseTo(1 - squares / variation, within(1e-7));
  }

  private static double[] constant(int count, double value) {
    double[] values = new double[count];
    java.util.Arrays.fill(values, value);
    return values;
  }
}
