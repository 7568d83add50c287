package dev.countersign.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.reference.ReferenceRules;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RollbackRequesterTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final CommitId HEAD = new CommitId("a".repeat(40));
  private static final Optional<Launcher> BOB = Optional.of(Launcher.selfAsserted("bob"));

  @Test
  @DisplayName("I7: whoever asks for a rollback cannot approve it")
  void countsNot_whoAskedForIt() {
    ApprovalDecision decision = decide(1, BOB, "bob");

    assertThat(decision).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(decision.notCounted())
        .extracting(NotCounted::reason)
        .containsExactly(NotCounted.Reason.PROPOSED_CANDIDATE);
    assertThat(decide(1, BOB, "bob", "carol")).isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  @DisplayName("I7: where nobody knows who asked for a rollback, one more person has to approve")
  void asksOneMore_whereNobodyIsKnown() {
    ApprovalDecision alone = decide(1, Optional.empty(), "bob");

    assertThat(alone).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(alone.explanation())
        .isEqualTo(
            "1 of 2 required approvals (one more than configured, because nobody knows who asked"
                + " for the rollback): counted \"bob\"");
    assertThat(decide(1, Optional.empty(), "bob", "carol"))
        .isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  void asksNobody_whereNoApprovalIsRequired() {
    assertThat(decide(0, Optional.empty())).isInstanceOf(ApprovalDecision.Approved.class);
  }

  private static ApprovalDecision decide(int required, Optional<Launcher> by, String... logins) {
    ModelReference rollback =
        ReferenceRules.rollback(
            ReferenceFixtures.second(),
            ReferenceFixtures.first(),
            new ReferenceRules.Withdrawn("worse", by),
            Optional.empty());
    return ApprovalRules.decide(
        new ApprovalFacts(
            new ApprovalPolicy(required, List.of("bob", "carol"), List.of(), LauncherRule.ANY),
            Participants.of(rollback, person("countersign-bot"), List.of()),
            HEAD,
            Arrays.stream(logins).map(RollbackRequesterTest::approval).toList()));
  }

  private static HeadApproval approval(String login) {
    return new HeadApproval(
        new Approval(person(login), Optional.of(HEAD), NOON, false, true), HeadContent.SAME);
  }

  private static Identity person(String login) {
    return new Identity(login, Optional.empty());
  }
}
