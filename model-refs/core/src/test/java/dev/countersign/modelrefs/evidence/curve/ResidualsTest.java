package dev.countersign.modelrefs.evidence.curve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evidence.Rows;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import org.junit.jupiter.api.Test;

class ResidualsTest {
  private static final Predictions PREDICTIONS =
      Rows.regression(10, 10, 10, 10, 10).candidate(8, 9, 10, 11, 30).build();

  private final Residuals residuals = Residuals.of(PREDICTIONS, PREDICTIONS.candidate());

  @Test
  void summarisesPredictionMinusActual() {
    assertThat(residuals.quantile(0.5)).isZero();
    assertThat(residuals.mean()).isEqualTo(3.6);
  }

  @Test
  void aSampleIsSpreadOverAllRowsAndBounded() {
    RowSet sample = Sample.of(PREDICTIONS, 2);

    assertThat(sample.size()).isEqualTo(2);
    assertThat(sample.at(1)).isEqualTo(2);
    assertThat(Sample.of(PREDICTIONS, 10).size()).isEqualTo(5);
  }
}
