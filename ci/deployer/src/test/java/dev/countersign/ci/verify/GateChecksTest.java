package dev.countersign.ci.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.approval.Quorum;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateChecksTest {
  private static final Identity CAROL = new Identity("carol", Optional.empty());
  private static final ApprovalDecision NOBODY =
      new ApprovalDecision.Approved(List.of(), List.of(), quorum(0));
  private static final ApprovalDecision SOMEBODY =
      new ApprovalDecision.Approved(
          List.of(new Approval(CAROL, Optional.empty(), Instant.EPOCH, false, true)),
          List.of(),
          quorum(1));

  private static Quorum quorum(int people) {
    return new Quorum(RequiredApprovals.of(people, List.of("carol")), Optional.empty());
  }

  @Test
  void passes_whenEveryGateDoes() {
    assertThat(judge(List.of(gate("a", GateOutcome.PASSED)), List.of(), NOBODY))
        .isEqualTo(new Check.Passed(CheckName.GATES, "1 gate holds"));
  }

  @Test
  void refusesAFailedGate_whoeverApproved() {
    assertThat(
            judge(
                List.of(gate("a", GateOutcome.FAILED), gate("b", GateOutcome.PASSED)),
                List.of(waiver("b")),
                SOMEBODY))
        .isEqualTo(
            new Check.Failed(
                CheckName.GATES, ErrorCode.GATE_FAILED, "gate \"a\" failed: because of a"));
  }

  @Test
  void letsAWaivedGatePass_andSaysWhoWaivedIt() {
    assertThat(judge(List.of(gate("a", GateOutcome.FAILED)), List.of(waiver("a")), NOBODY))
        .isEqualTo(new Check.Passed(CheckName.GATES, "1 gate holds; waived: \"a\" by \"carol\""));
  }

  @Test
  @DisplayName("I14: a gate that needs a person passes only if there was one, even at 0 approvals")
  void aGateThatNeedsAPerson_hadOne() {
    List<GateResult> gates = List.of(gate("a", GateOutcome.NEEDS_PERSON));

    assertThat(judge(gates, List.of(), NOBODY))
        .isEqualTo(
            new Check.Failed(
                CheckName.GATES, ErrorCode.GATE_FAILED, "gate \"a\" needs a person: because of a"));
    assertThat(judge(gates, List.of(), SOMEBODY)).isInstanceOf(Check.Passed.class);
    assertThat(judge(gates, List.of(waiver("a")), NOBODY)).isInstanceOf(Check.Passed.class);
  }

  @Test
  @DisplayName("I14: without an evaluation every gate needs a person")
  void withoutAnEvaluation_everyGateNeedsAPerson() {
    assertThat(GateChecks.recompute(List.of(spec("a"), spec("b")), Optional.empty()))
        .extracting(GateResult::outcome)
        .containsExactly(GateOutcome.NEEDS_PERSON, GateOutcome.NEEDS_PERSON);
  }

  @Test
  void gatesAreThoseOfTheConfiguration_notThoseThatTheReferenceRecords() {
    assertThat(
            GateChecks.recompute(
                List.of(spec("only-this")), ReferenceFixtures.second().evaluation()))
        .extracting(GateResult::id)
        .containsExactly("only-this");
  }

  private static Check judge(
      List<GateResult> gates, List<Waiver> waivers, ApprovalDecision approval) {
    return GateChecks.judge(gates, waivers, approval);
  }

  private static GateResult gate(String id, GateOutcome outcome) {
    return new GateResult(
        id, GateKind.AT_MOST, "rmse", OptionalDouble.of(1), outcome, "because of " + id);
  }

  private static GateSpec spec(String id) {
    return new GateSpec(id, GateKind.AT_MOST, "rmse", 600, Optional.empty(), List.of(), 0, "");
  }

  private static Waiver waiver(String gate) {
    return new Waiver(gate, CAROL, Releases.digest(1), "why", Instant.EPOCH, true);
  }
}
