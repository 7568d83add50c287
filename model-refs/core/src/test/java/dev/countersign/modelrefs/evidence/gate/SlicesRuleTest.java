package dev.countersign.modelrefs.evidence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.Requests;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlicesRuleTest {
  private static final GateSpec GATE = Requests.slices("rmse", 0.05, "cut");

  private static Evaluations evaluation() {
    return new Evaluations()
        .verified("rmse", 90)
        .delta("rmse", 100, -12, -8)
        .recorded(
            new GateResult(
                "old",
                GateKind.SLICES,
                "rmse",
                OptionalDouble.of(0.05),
                GateOutcome.PASSED,
                "as recorded"));
  }

  private static GateResult apply(GateSpec gate, Evaluations evaluation) {
    return GateRules.apply(List.of(gate), evaluation.build()).get(0);
  }

  private static OptionalDouble p(double value) {
    return OptionalDouble.of(value);
  }

  @Test
  void failsForASliceThatIsShownWorse() {
    GateResult gate =
        apply(
            GATE,
            evaluation()
                .slice("rmse", "cut Fair", 200, p(0.003))
                .slice("rmse", "cut Very Good", 300, p(1)));

    assertThat(gate.outcome()).isEqualTo(GateOutcome.FAILED);
    assertThat(gate.reason())
        .isEqualTo(
            "rmse is shown worse by more than 5 % on 1 of 2 slices: cut Fair, higher than the"
                + " baseline's by 10 % [8, 12] % (p 0.003)");
  }

  @Test
  void passesWhereNothingIsShownAndSaysWhatWasTooSmall() {
    GateResult gate =
        apply(
            GATE,
            evaluation()
                .slice("rmse", "cut Fair", 29, OptionalDouble.empty())
                .slice("rmse", "cut Ideal", 30, p(0.051)));

    assertThat(gate.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(gate.reason())
        .isEqualTo(
            "rmse is not shown worse by more than 5 % on any of 1 slices; 1 with fewer than 30"
                + " rows were not judged");
  }

  @Test
  void theLevelItselfIsShown() {
    assertThat(apply(GATE, evaluation().slice("rmse", "cut Fair", 99, p(0.05))).outcome())
        .isEqualTo(GateOutcome.FAILED);
  }

  @Test
  void looksOnlyAtItsColumns() {
    Evaluations evaluation =
        evaluation().slice("rmse", "cut Fair", 100, p(0.5)).slice("rmse", "color J", 100, p(0.001));

    assertThat(apply(GATE, evaluation).outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(apply(Requests.slices("rmse", 0.05), evaluation).outcome())
        .isEqualTo(GateOutcome.FAILED);
  }

  @Test
  void aMarginOtherThanTheJudgedOneNeedsAPerson() {
    GateResult gate =
        apply(
            Requests.slices("rmse", 0.02, "cut"),
            evaluation().slice("rmse", "cut Fair", 100, p(1)));

    assertThat(gate.outcome()).isEqualTo(GateOutcome.NEEDS_PERSON);
    assertThat(gate.reason())
        .isEqualTo(
            "slices of rmse were judged with a margin of 5 %, the gate asks for 2 %; propose"
                + " again");
  }

  @Test
  @DisplayName("I14: slices without evidence never pass a gate")
  void withoutEvidenceAPersonDecides() {
    assertThat(apply(GATE, evaluation()).reason()).isEqualTo("there are no slices of rmse");
    assertThat(apply(GATE, evaluation().slice("rmse", "color J", 99, p(1))).reason())
        .isEqualTo("there are no slices of rmse by \"cut\"");
    for (OptionalDouble unknown :
        List.of(OptionalDouble.empty(), p(Double.NaN), p(-1), p(Double.POSITIVE_INFINITY))) {
      assertThat(apply(GATE, evaluation().slice("rmse", "cut Fair", 99, unknown)).outcome())
          .isEqualTo(GateOutcome.NEEDS_PERSON);
    }
    assertThat(
            apply(GATE, evaluation().slice("rmse", "cut Fair", 5, OptionalDouble.empty()))
                .outcome())
        .isEqualTo(GateOutcome.NEEDS_PERSON);
  }
}
