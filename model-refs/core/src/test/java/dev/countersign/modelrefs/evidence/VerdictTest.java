package dev.countersign.modelrefs.evidence;

import static dev.countersign.modelrefs.evidence.Requests.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final int ROWS = 600;
  private static final double[] ACTUAL = Rows.normal(1, ROWS, 100);
  private static final double[] ERRORS = Rows.normal(2, ROWS, 10);

  /** A candidate whose errors are the baseline's times a factor, but for some noise. */
  private static Predictions predictions(double factor) {
    double[] noise = Rows.normal(3, ROWS, 0.3);
    double[] errors = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      errors[row] = factor * ERRORS[row] + noise[row];
    }
    return Rows.regression(ACTUAL)
        .candidate(Rows.plus(ACTUAL, errors))
        .baseline(Rows.plus(ACTUAL, ERRORS))
        .slice("cut", row -> row % 10 == 0 ? "Fair" : "Ideal")
        .build();
  }

  private static Verdict verdict(double factor, GateSpec... gates) {
    return Evaluator.evaluate(Requests.of(predictions(factor), gates)).verdict();
  }

  private static Verdict withRepeats(double factor, Double... repeats) {
    EvaluationRequest request = Requests.of(predictions(factor));
    RunClaims claims = request.claims();
    return Evaluator.evaluate(
            Requests.with(
                request,
                new RunClaims(
                    claims.dataset(),
                    claims.definitions(),
                    claims.metrics(),
                    Map.of("rmse", List.of(repeats)))))
        .verdict();
  }

  @Test
  void aWholeIntervalOnOneSideIsBetterOrWorse() {
    assertThat(verdict(0.9)).isEqualTo(Verdict.BETTER);
    assertThat(verdict(1.1)).isEqualTo(Verdict.WORSE);
  }

  @Test
  void anIntervalAroundZeroIsIndistinguishableUnlessNonInferiorityIsAskedFor() {
    assertThat(verdict(0.9995)).isEqualTo(Verdict.INDISTINGUISHABLE);
    assertThat(verdict(0.9995, gate(GateKind.NON_INFERIOR, "rmse", 0.02)))
        .isEqualTo(Verdict.NON_INFERIOR);
  }

  @Test
  void aLittleWorseWithinTheMarginIsNonInferior() {
    assertThat(verdict(1.02, gate(GateKind.NON_INFERIOR, "rmse", 0.05)))
        .isEqualTo(Verdict.NON_INFERIOR);
    assertThat(verdict(1.02, gate(GateKind.NON_INFERIOR, "rmse", 0.01))).isEqualTo(Verdict.WORSE);
  }

  @Test
  void aDifferenceInsideTheSpreadOfRepeatedTrainingsIsIndistinguishable() {
    assertThat(withRepeats(0.9, 9.0, 9.05)).isEqualTo(Verdict.BETTER);
    assertThat(withRepeats(0.9, 8.2, 9.6)).isEqualTo(Verdict.INDISTINGUISHABLE);
    assertThat(withRepeats(1.1, 9.0)).isEqualTo(Verdict.INDISTINGUISHABLE);
  }

  @Test
  void withoutSliceGateAnySliceShownWorseIsMixed() {
    double[] errors = ERRORS.clone();
    for (int row = 0; row < ROWS; row++) {
      errors[row] *= row % 10 == 0 ? 1.2 : 0.7;
    }
    Predictions predictions =
        Rows.regression(ACTUAL)
            .candidate(Rows.plus(ACTUAL, errors))
            .baseline(Rows.plus(ACTUAL, ERRORS))
            .slice("cut", row -> row % 10 == 0 ? "Fair" : "Ideal")
            .build();

    assertThat(Evaluator.evaluate(Requests.of(predictions)).verdict()).isEqualTo(Verdict.MIXED);
    assertThat(
            Evaluator.evaluate(Requests.of(predictions, Requests.slices("rmse", 0.3, "cut")))
                .verdict())
        .isEqualTo(Verdict.BETTER);
  }

  @Test
  void theFirstComparisonGateNamesTheMetricOfTheVerdict() {
    double[] errors = ERRORS.clone();
    errors[0] = 200;
    for (int row = 1; row < ROWS; row++) {
      errors[row] *= 0.8;
    }
    Predictions predictions =
        Rows.regression(ACTUAL)
            .candidate(Rows.plus(ACTUAL, errors))
            .baseline(Rows.plus(ACTUAL, ERRORS))
            .build();

    assertThat(
            Evaluator.evaluate(Requests.of(predictions, gate(GateKind.SUPERIOR, "mae", 0.01)))
                .verdict())
        .isEqualTo(Verdict.BETTER);
    assertThat(Evaluator.evaluate(Requests.of(predictions)).verdict()).isNotEqualTo(Verdict.BETTER);
  }
}
