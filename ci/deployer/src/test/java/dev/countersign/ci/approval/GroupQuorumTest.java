package dev.countersign.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.ApprovalForm;
import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.ApproverGroup;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number of approvals of each group, by people of whom each counts for one group only. */
class GroupQuorumTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final CommitId HEAD = new CommitId("a".repeat(40));
  private static final Optional<Launcher> ALICE =
      Optional.of(new Launcher("local", Optional.empty(), "alice", true));

  private static final ApproverGroup RISK =
      ApproverGroup.of("risk", 1, List.of("rita", "both", "Ruth"));
  private static final ApproverGroup ML = ApproverGroup.of("ml", 1, List.of("mia", "both", "max"));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "rita mia, true",
    "mia rita, true",
    "RUTH max, true",
    "both rita, true",
    "both mia, true",
    "mia both, true",
    "rita both, true",
    "both, false",
    "rita ruth, false",
    "mia max, false",
    "stranger mia, false"
  })
  @DisplayName("I7: one of risk and one of ml, by two people, in any order")
  void asksEachGroup_andCountsAPersonForOneOnly(String people, boolean enough) {
    ApprovalDecision decision = decide(quorum(2, RISK, ML), ALICE, people.split(" ", -1));

    assertThat(decision instanceof ApprovalDecision.Approved).isEqualTo(enough);
  }

  @Test
  @DisplayName("I7: moves people between groups, so that nobody is missed who was there")
  void findsTheOneAssignmentThatServesAll() {
    ApproverGroup first = ApproverGroup.of("first", 1, List.of("a", "b", "c"));
    ApproverGroup second = ApproverGroup.of("second", 1, List.of("a", "b"));
    ApproverGroup third = ApproverGroup.of("third", 1, List.of("a"));

    assertThat(decide(quorum(3, first, second, third), ALICE, "a", "b", "c"))
        .isInstanceOf(ApprovalDecision.Approved.class);
    assertThat(decide(quorum(3, third, second, first), ALICE, "c", "b", "a"))
        .isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  void saysWhichGroupIsMissing() {
    ApprovalDecision decision = decide(quorum(2, RISK, ML), ALICE, "mia", "max");

    assertThat(decision.explanation())
        .isEqualTo(
            "2 of 2 required approvals, 1 of \"risk\", 1 of \"ml\": counted \"mia\", \"max\";"
                + " missing 1 of \"risk\"");
    assertThat(decision.lacking()).isEqualTo(1);
  }

  @Test
  void asksForMorePeople_whereTheTotalIsMoreThanTheGroups() {
    RequiredApprovals three = quorum(3, RISK, ML);

    assertThat(decide(three, ALICE, "rita", "mia"))
        .isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(decide(three, ALICE, "rita", "mia", "max"))
        .isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  @DisplayName("I7: the launcher unknown, each group is served whichever of the approvers it was")
  void asksEachGroupForOneMore_whereTheLauncherMayBeAmongThem() {
    RequiredApprovals two = quorum(2, RISK, ML);

    ApprovalDecision oneRisk = decide(two, Optional.empty(), "rita", "mia", "max");

    assertThat(oneRisk).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(oneRisk.explanation()).endsWith("; missing 1 of \"risk\"");
    assertThat(decide(two, Optional.empty(), "rita", "mia", "both"))
        .isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  @DisplayName("I7: a group of the forge that cannot be read is nobody, and the message says why")
  void countsNobodyOfAGroupThatCannotBeRead() {
    ApproverGroup unread =
        ApproverGroup.of("risk", 1, List.of("acme/risk"))
            .lookedUp(List.of(), List.of("nobody of \"acme/risk\" counts: the right is missing"));

    ApprovalDecision decision = decide(quorum(1, unread), ALICE, "rita", "acme/risk");

    assertThat(decision).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(decision.explanation())
        .contains("missing 1 of \"risk\"")
        .endsWith("; nobody of \"acme/risk\" counts: the right is missing");
  }

  @Test
  void isNobody_whileItWasNotLookedUp() {
    ApproverGroup group = ApproverGroup.of("risk", 1, List.of("acme/risk", "rita", "acme/"));

    assertThat(group.forgeGroups()).containsExactly("acme/risk", "acme");
    assertThat(group.logins()).containsExactly("rita");
    assertThat(group.names("acme/risk")).isFalse();
  }

  private static RequiredApprovals quorum(int total, ApproverGroup... groups) {
    return new RequiredApprovals(total, List.of(groups), ApprovalForm.ANY);
  }

  private static ApprovalDecision decide(
      RequiredApprovals required, Optional<Launcher> launcher, String... logins) {
    return ApprovalRules.decide(
        new ApprovalFacts(
            new ApprovalPolicy(required, List.of(), LauncherRule.ANY),
            new Participants(
                person("countersign-bot"),
                launcher,
                List.of(),
                List.of(),
                Quorum.unknownLauncher(launcher.isPresent())),
            HEAD,
            Arrays.stream(logins).map(GroupQuorumTest::approval).toList()));
  }

  private static HeadApproval approval(String login) {
    return new HeadApproval(
        new Approval(person(login), Optional.of(HEAD), NOON, false, true), HeadContent.SAME);
  }

  private static Identity person(String login) {
    return new Identity(login, Optional.empty());
  }
}
