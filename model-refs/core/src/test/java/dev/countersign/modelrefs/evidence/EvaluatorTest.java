package dev.countersign.modelrefs.evidence;

import static dev.countersign.modelrefs.evidence.Requests.gate;
import static dev.countersign.modelrefs.evidence.Requests.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evidence.gate.GateRules;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final int ROWS = 600;
  private static final double[] ACTUAL = Rows.normal(1, ROWS, 100);

  /** Errors of the candidate and of the baseline with the given spread. */
  private static Rows rows(double candidate, double baseline) {
    return Rows.regression(ACTUAL)
        .candidate(Rows.plus(ACTUAL, Rows.normal(2, ROWS, candidate)))
        .baseline(Rows.plus(ACTUAL, Rows.normal(3, ROWS, baseline)))
        .slice("cut", row -> row % 2 == 0 ? "Fair" : "Ideal");
  }

  private static Evaluation evaluate(Rows rows, GateSpec... gates) {
    return Evaluator.evaluate(Requests.of(rows.build(), gates));
  }

  @Test
  void computesMetricsOverAllRowsAndSlicesWithIntervals() {
    Evaluation evaluation = evaluate(rows(10, 20));

    MetricValue rmse = evaluation.metrics().get(0);
    assertThat(rmse.name()).isEqualTo("rmse");
    assertThat(rmse.value()).isCloseTo(10, within(1.0));
    assertThat(rmse.interval().orElseThrow().contains(rmse.value())).isTrue();
    assertThat(evaluation.metrics().stream().filter(m -> m.slice().isPresent()))
        .extracting(m -> m.slice().orElseThrow().toString(), m -> m.rows().orElseThrow())
        .containsExactly(tuple("cut Fair", 300L), tuple("cut Ideal", 300L));
    assertThat(evaluation.statistics().method()).isEqualTo("paired-bootstrap-percentile");
    assertThat(evaluation.statistics().resamples()).isEqualTo(2000);
  }

  @Test
  void theSameRequestGivesTheSameEvaluation() {
    assertThat(evaluate(rows(10, 20))).isEqualTo(evaluate(rows(10, 20)));
  }

  @Test
  void aClearlyBetterCandidateIsBetterAndSuperior() {
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(
                rows(10, 20).build(),
                gate(GateKind.SUPERIOR, "rmse", 0.01),
                slices("rmse", 0.05, "cut")));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(evaluation.gates()).extracting(GateResult::outcome).containsOnly(GateOutcome.PASSED);
    assertThat(evaluation.gates().get(0).reason())
        .matches(
            "rmse [0-9.]+ is lower than the baseline's by [0-9.]+ % \\[[0-9.]+, [0-9.]+] %, "
                + "required lower by more than 1 %");
    assertThat(evaluation.gates().get(1).reason())
        .isEqualTo("rmse is not shown worse by more than 5 % on any of 2 slices");
  }

  @Test
  void aClearlyWorseCandidateIsWorseAndBlocked() {
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(rows(20, 10).build(), gate(GateKind.NON_INFERIOR, "rmse", 0.02)));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(evaluation.blocked()).isTrue();
  }

  @Test
  void anEquallyGoodCandidateIsNotSuperior() {
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(rows(10, 10).build(), gate(GateKind.SUPERIOR, "rmse", 0.01)));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.INDISTINGUISHABLE);
    assertThat(evaluation.blocked()).isTrue();
  }

  @Test
  void betterOverallWithOneSliceShownWorseIsMixedAndNamesTheSlice() {
    double[] errors = Rows.normal(2, ROWS, 1);
    for (int row = 0; row < ROWS; row++) {
      errors[row] *= row % 6 == 0 ? 30 : 5;
    }
    Predictions predictions =
        Rows.regression(ACTUAL)
            .candidate(Rows.plus(ACTUAL, errors))
            .baseline(Rows.plus(ACTUAL, Rows.normal(3, ROWS, 20)))
            .slice("cut", row -> row % 6 == 0 ? "Fair" : "Ideal")
            .build();

    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(
                predictions, gate(GateKind.SUPERIOR, "rmse", 0.01), slices("rmse", 0.05, "cut")));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.MIXED);
    assertThat(evaluation.gates())
        .extracting(GateResult::outcome)
        .containsExactly(GateOutcome.PASSED, GateOutcome.FAILED);
    assertThat(evaluation.gates().get(1).reason())
        .startsWith("rmse is shown worse by more than 5 % on 1 of 2 slices: cut Fair, higher");
  }

  @Test
  @DisplayName("Fault row 61: a forged metric contradicts the evidence and is refused")
  void refusesForgedMetric() {
    EvaluationRequest request = Requests.of(rows(10, 20).build());
    EvaluationRequest forged =
        Requests.with(
            request, Requests.claims(request.predictions(), new ReportedMetric("r2", 1.0)));

    assertThatThrownBy(() -> Evaluator.evaluate(forged))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EVIDENCE_CONTRADICTED);
              assertThat(e.explanation()).contains("claims r2 \"1.0\", its predictions give \"0.9");
            });
  }

  @Test
  void refusesAnotherDatasetDigestThanItsPredictionsGive() {
    EvaluationRequest request = Requests.of(rows(10, 20).build());
    RunClaims claims =
        new RunClaims(
            new ReportedDataset("test", "row-hash", new Digest("00".repeat(32))),
            List.of(),
            List.of(),
            Map.of());

    assertThatThrownBy(() -> Evaluator.evaluate(Requests.with(request, claims)))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("sha256:0000");
  }

  @Test
  void metricsThatCannotComeFromPredictionsAreDeclared() {
    EvaluationRequest request =
        Requests.of(
            rows(10, 20).build(),
            gate(GateKind.AT_MOST, "cv_rmse", 12),
            gate(GateKind.SUPERIOR, "cv_rmse", 0.01));
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.with(
                request,
                Requests.claims(request.predictions(), new ReportedMetric("cv_rmse", 11.5))));

    assertThat(evaluation.metrics().get(evaluation.metrics().size() - 1).evidence())
        .isEqualTo(Evidence.DECLARED);
    assertThat(evaluation.gates())
        .extracting(GateResult::outcome, GateResult::reason)
        .containsExactly(
            tuple(GateOutcome.PASSED, "cv_rmse 11.5 (declared), required at most 12"),
            tuple(
                GateOutcome.NEEDS_PERSON,
                "cv_rmse is declared by the run; a comparison needs evidence"));
  }

  @Test
  @DisplayName("I14: without a baseline a comparison gate needs a person")
  void withoutBaselineComparisonNeedsPerson() {
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(
                Rows.regression(ACTUAL).candidate(ACTUAL).build(),
                gate(GateKind.SUPERIOR, "rmse", 0.01),
                gate(GateKind.NON_INFERIOR, "rmse", 0.01),
                slices("rmse", 0.05)));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.NO_BASELINE);
    assertThat(evaluation.gates())
        .extracting(GateResult::outcome)
        .containsOnly(GateOutcome.NEEDS_PERSON);
  }

  @Test
  void gatesRecomputedFromTheEvaluationAreTheSame() {
    var gates =
        List.of(
            gate(GateKind.SUPERIOR, "rmse", 0.01),
            gate(GateKind.AT_LEAST, "r2", 0.95),
            slices("rmse", 0.05, "cut"));
    Evaluation evaluation =
        Evaluator.evaluate(Requests.of(rows(10, 20).build(), gates.toArray(GateSpec[]::new)));

    assertThat(GateRules.apply(gates, evaluation)).isEqualTo(evaluation.gates());
  }
}
