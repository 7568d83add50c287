package dev.countersign.modelrefs.evidence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.Requests;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateRulesTest {
  private static GateResult apply(GateSpec gate, Evaluations evaluation) {
    return GateRules.apply(List.of(gate), evaluation.build()).get(0);
  }

  private static Evaluations rmse(double low, double high) {
    return new Evaluations().verified("rmse", 543.2).delta("rmse", 1000, low, high);
  }

  private static GateSpec notWorseThan(String metric, String other, double tolerance) {
    return new GateSpec(
        "sanity",
        GateKind.NOT_WORSE_THAN,
        metric,
        tolerance,
        Optional.of(other),
        List.of(),
        0,
        "weak: most rows were trained on");
  }

  @ParameterizedTest
  @CsvSource({
    "-610, -550, PASSED",
    "-100, -10.1, PASSED",
    "-100, -10, FAILED",
    "-100, 5, FAILED",
    "20, 40, FAILED"
  })
  void superiorActsOnTheWorseEndOfTheInterval(double low, double high, GateOutcome expected) {
    assertThat(apply(Requests.gate(GateKind.SUPERIOR, "rmse", 0.01), rmse(low, high)).outcome())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-5, 19, PASSED", "-5, 20, FAILED", "30, 40, FAILED", "-50, -40, PASSED"})
  void nonInferiorAllowsLessThanTheMargin(double low, double high, GateOutcome expected) {
    assertThat(apply(Requests.gate(GateKind.NON_INFERIOR, "rmse", 0.02), rmse(low, high)).outcome())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.011, 0.05, PASSED", "0.001, 0.05, FAILED", "-0.05, -0.02, FAILED"})
  void whereHigherIsBetterTheLowEndDecides(double low, double high, GateOutcome expected) {
    Evaluations evaluation = new Evaluations().verified("r2", 0.98).delta("r2", 0.9, low, high);

    assertThat(apply(Requests.gate(GateKind.SUPERIOR, "r2", 0.01), evaluation).outcome())
        .isEqualTo(expected);
  }

  @Test
  void theReasonHasTheNumbersThatDecided() {
    assertThat(apply(Requests.gate(GateKind.SUPERIOR, "rmse", 0.01), rmse(-610, -550)).reason())
        .isEqualTo(
            "rmse 543.2 USD is lower than the baseline's by 58 % [55, 61] %, required lower by"
                + " more than 1 %");
    assertThat(apply(Requests.gate(GateKind.NON_INFERIOR, "rmse", 0.02), rmse(10, 40)).reason())
        .isEqualTo(
            "rmse 543.2 USD is higher than the baseline's by 2.5 % [1, 4] %, allowed higher by"
                + " less than 2 %");
  }

  @Test
  void aBaselineOfZeroIsComparedInTheMetricsUnit() {
    Evaluations evaluation = new Evaluations().verified("rmse", 3).delta("rmse", 0, 2, 4);

    assertThat(apply(Requests.gate(GateKind.NON_INFERIOR, "rmse", 0.5), evaluation))
        .satisfies(
            gate -> {
              assertThat(gate.outcome()).isEqualTo(GateOutcome.FAILED);
              assertThat(gate.reason()).contains("higher than the baseline's by 3 [2, 4],");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 543.2, PASSED",
    "AT_LEAST, 543.3, FAILED",
    "AT_MOST, 543.2, PASSED",
    "AT_MOST, 543.1, FAILED"
  })
  void boundsActOnThePointAndIncludeIt(GateKind kind, double bound, GateOutcome expected) {
    assertThat(apply(Requests.gate(kind, "rmse", bound), rmse(-1, 1)).outcome())
        .isEqualTo(expected);
  }

  @Test
  void declaredMetricsServeBoundsAndAreShownAsDeclared() {
    GateResult gate =
        apply(
            Requests.gate(GateKind.AT_MOST, "cv_rmse", 1000),
            new Evaluations().declared("cv_rmse", 548));

    assertThat(gate.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(gate.reason()).isEqualTo("cv_rmse 548 USD (declared), required at most 1000");
  }

  @ParameterizedTest
  @CsvSource({"100, 0, PASSED", "100.1, 0, FAILED", "104, 0.05, PASSED", "106, 0.05, FAILED"})
  void notWorseThanComparesTwoMetricsOfTheRun(
      double value, double tolerance, GateOutcome expected) {
    Evaluations evaluation = new Evaluations().declared("all_rmse", value).verified("rmse", 100);

    GateResult gate = apply(notWorseThan("all_rmse", "rmse", tolerance), evaluation);

    assertThat(gate.outcome()).isEqualTo(expected);
    assertThat(gate.reason())
        .as("the note is the configuration's, and the review shows it beside the reason")
        .doesNotContain("weak");
  }

  @ParameterizedTest
  @DisplayName("I14: a missing metric never passes a gate")
  @EnumSource(GateKind.class)
  void aMissingMetricNeedsAPerson(GateKind kind) {
    GateSpec gate = new GateSpec("g", kind, "mae", 0, Optional.of("rmse"), List.of(), 0, "");

    assertThat(apply(gate, rmse(-10, -5)).outcome()).isEqualTo(GateOutcome.NEEDS_PERSON);
  }

  @ParameterizedTest
  @DisplayName("I14: comparison gates on declared metrics never pass")
  @EnumSource(
      value = GateKind.class,
      names = {"SUPERIOR", "NON_INFERIOR", "SLICES"})
  void aDeclaredMetricCannotBeCompared(GateKind kind) {
    GateResult gate =
        apply(
            Requests.gate(kind, "cv_rmse", 0),
            new Evaluations().declared("cv_rmse", 1).delta("cv_rmse", 2, -1.5, -0.5));

    assertThat(gate.outcome()).isEqualTo(GateOutcome.NEEDS_PERSON);
    assertThat(gate.reason()).contains("declared by the run");
  }

  @ParameterizedTest
  @DisplayName("I14, fault row 61: a missing or incomparable baseline never passes a gate")
  @EnumSource(
      value = GateKind.class,
      names = {"SUPERIOR", "NON_INFERIOR", "SLICES"})
  void withoutComparableBaselineAPersonDecides(GateKind kind) {
    GateSpec gate = Requests.gate(kind, "rmse", 0);

    assertThat(apply(gate, new Evaluations().verified("rmse", 1)).reason())
        .isEqualTo("there is no baseline");
    assertThat(apply(gate, new Evaluations().verified("rmse", 1)).outcome())
        .isEqualTo(GateOutcome.NEEDS_PERSON);
    Evaluations incomparable = rmse(-900, -800).incomparable("3 of 9 rows overlap");
    assertThat(apply(gate, incomparable).outcome()).isEqualTo(GateOutcome.NEEDS_PERSON);
    assertThat(apply(gate, incomparable).reason())
        .isEqualTo("the baseline is not comparable: 3 of 9 rows overlap");
  }

  @ParameterizedTest
  @DisplayName("I14: NaN and a missing interval never pass a comparison")
  @EnumSource(
      value = GateKind.class,
      names = {"SUPERIOR", "NON_INFERIOR"})
  void withoutIntervalOrNumberNothingPasses(GateKind kind) {
    GateSpec gate = Requests.gate(kind, "rmse", 0.5);

    assertThat(
            apply(gate, new Evaluations().verified("rmse", 1).deltaWithoutInterval("rmse", 2, -1))
                .outcome())
        .isEqualTo(GateOutcome.NEEDS_PERSON);
    assertThat(
            apply(gate, new Evaluations().verified("rmse", 1).delta("rmse", Double.NaN, -2, -1))
                .outcome())
        .isNotEqualTo(GateOutcome.PASSED);
  }

  @Test
  void aVerifiedMetricGoesBeforeADeclaredOneOfItsName() {
    Evaluations evaluation = new Evaluations().declared("rmse", 1).verified("rmse", 9);

    assertThat(apply(Requests.gate(GateKind.AT_MOST, "rmse", 5), evaluation).outcome())
        .isEqualTo(GateOutcome.FAILED);
  }
}
