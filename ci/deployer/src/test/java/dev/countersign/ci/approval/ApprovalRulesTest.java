package dev.countersign.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.approval.NotCounted.Reason;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.ApprovalForm;
import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final CommitId HEAD = new CommitId("a".repeat(40));
  private static final CommitId OLD_HEAD = new CommitId("b".repeat(40));
  private static final Digest DIGEST = Digest.of("model".getBytes(StandardCharsets.UTF_8));
  private static final Identity BOT = person("countersign-bot");

  @Test
  void approves_whenOneListedPersonApprovedThisContent() {
    ApprovalDecision decision = ApprovalRules.decide(facts(1, same("carol")));

    assertThat(decision).isInstanceOf(ApprovalDecision.Approved.class);
    assertThat(decision.explanation()).isEqualTo("1 of 1 required approvals: counted \"carol\"");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("thoseWhoDoNotCount")
  @DisplayName("Fault row 56, I7: an approval by the wrong person is not counted and says why")
  void countsNot(String what, HeadApproval approval, Reason reason, String explanation) {
    ApprovalDecision decision = ApprovalRules.decide(facts(1, approval));

    assertThat(decision).as(what).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(decision.notCounted()).extracting(NotCounted::reason).containsExactly(reason);
    assertThat(decision.explanation())
        .isEqualTo("0 of 1 required approvals: nobody counted; not counted " + explanation);
  }

  static Stream<Arguments> thoseWhoDoNotCount() {
    return Stream.of(
        Arguments.of(
            "the bot",
            same("countersign-bot"),
            Reason.OPENED_MERGE_REQUEST,
            "\"countersign-bot\" (opened the merge request)"),
        Arguments.of(
            "the launcher",
            same("Alice"),
            Reason.LAUNCHED_TRAINING,
            "\"Alice\" (launched the training)"),
        Arguments.of(
            "the launcher, renamed",
            approval(new Identity("carol", Optional.of(42L)), HeadContent.SAME, true),
            Reason.LAUNCHED_TRAINING,
            "\"carol\" (launched the training)"),
        Arguments.of(
            "the one in whose name it was proposed",
            same("bob"),
            Reason.PROPOSED_CANDIDATE,
            "\"bob\" (had it proposed)"),
        Arguments.of(
            "an author by name",
            same("Dave"),
            Reason.WROTE_CONTENT,
            "\"Dave\" (wrote a commit of the merge request)"),
        Arguments.of(
            "an author by private address",
            same("erin"),
            Reason.WROTE_CONTENT,
            "\"erin\" (wrote a commit of the merge request)"),
        Arguments.of(
            "a person who is not listed",
            same("mallory"),
            Reason.NOT_AN_APPROVER,
            "\"mallory\" (is not a configured approver)"),
        Arguments.of(
            "a read-only person",
            approval(person("carol"), HeadContent.SAME, false),
            Reason.MAY_NOT_WRITE,
            "\"carol\" (may not write to the repository)"),
        Arguments.of(
            "an approval at a head that is gone",
            approval(person("carol"), HeadContent.UNKNOWN, true),
            Reason.HEAD_UNKNOWN,
            "\"carol\" (the head that was approved is not known)"),
        Arguments.of(
            "an approval of other content",
            approval(person("carol"), HeadContent.DIFFERENT, true),
            Reason.CONTENT_CHANGED,
            "\"carol\" (approved bbbbbbbbbb, head aaaaaaaaaa has other content)"));
  }

  @Test
  void countsNot_whenTheForgeDoesNotKnowTheHead() {
    Approval headless = new Approval(person("carol"), Optional.empty(), NOON, false, true);

    ApprovalDecision decision =
        ApprovalRules.decide(facts(1, new HeadApproval(headless, HeadContent.SAME)));

    assertThat(decision.notCounted())
        .extracting(NotCounted::reason)
        .containsExactly(Reason.HEAD_UNKNOWN);
  }

  @Test
  void countsAPersonOnce_whenTheyApprovedTwice() {
    ApprovalDecision decision = ApprovalRules.decide(facts(2, same("carol"), same("CAROL")));

    assertThat(decision).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(decision.counted()).hasSize(1);
  }

  @Test
  void countsAPersonOnce_whenTheForgeSaysTheyWereRenamed() {
    HeadApproval before = approval(new Identity("carol", Optional.of(7L)), HeadContent.SAME, true);
    HeadApproval after = approval(new Identity("frank", Optional.of(7L)), HeadContent.SAME, true);

    assertThat(ApprovalRules.decide(facts(2, before, after)).counted()).hasSize(1);
  }

  @Test
  void listsNobodyAsNotCounted_whoApprovedAgainAndCounts() {
    HeadApproval outdated = approval(person("carol"), HeadContent.DIFFERENT, true);

    ApprovalDecision decision = ApprovalRules.decide(facts(1, outdated, same("carol")));

    assertThat(decision).isInstanceOf(ApprovalDecision.Approved.class);
    assertThat(decision.notCounted()).isEmpty();
  }

  @Test
  void approvesWithNobody_whenNoneIsRequired() {
    ApprovalDecision decision = ApprovalRules.decide(facts(0));

    assertThat(decision).isInstanceOf(ApprovalDecision.Approved.class);
    assertThat(decision.explanation()).isEqualTo("0 of 0 required approvals: nobody counted");
  }

  @Test
  @DisplayName("I7: where nobody knows who launched the training, one more person has to approve")
  void asksOneMore_whenTheLauncherIsUnknown() {
    ApprovalDecision one = ApprovalRules.decide(facts(1, Optional.empty(), same("carol")));
    ApprovalDecision two =
        ApprovalRules.decide(facts(1, Optional.empty(), same("carol"), same("frank")));

    assertThat(one).isInstanceOf(ApprovalDecision.NotApproved.class);
    assertThat(one.explanation())
        .isEqualTo(
            "1 of 2 required approvals (one more than configured, because nobody knows who "
                + "launched the training): counted \"carol\"");
    assertThat(two).isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  void asksNobody_whenTheLauncherIsUnknownAndNoApprovalIsRequired() {
    assertThat(ApprovalRules.decide(facts(0, Optional.empty())))
        .isInstanceOf(ApprovalDecision.Approved.class);
  }

  @Test
  @DisplayName("I7: where the environment says so, a click is no approval; naming the checksum is")
  void countsNoClick_whereTheChecksumIsAskedFor() {
    Approval named = new Approval(person("carol"), Optional.of(HEAD), NOON, false, true, true);
    ApprovalFacts click = strict(facts(1, same("carol")));
    ApprovalFacts checksum = strict(facts(1, new HeadApproval(named, HeadContent.SAME)));

    assertThat(ApprovalRules.decide(click).explanation())
        .isEqualTo(
            "0 of 1 required approvals: nobody counted; not counted \"carol\" (did not name the"
                + " checksum, and the environment says approveBy: checksum)");
    assertThat(ApprovalRules.decide(checksum)).isInstanceOf(ApprovalDecision.Approved.class);
  }

  private static ApprovalFacts strict(ApprovalFacts facts) {
    RequiredApprovals any = facts.policy().required();
    return new ApprovalFacts(
        facts
            .policy()
            .requiring(new RequiredApprovals(any.total(), any.groups(), ApprovalForm.CHECKSUM)),
        facts.participants(),
        facts.head(),
        facts.approvals());
  }

  @Test
  void marksASimulatedApproval() {
    Approval simulated = new Approval(person("carol"), Optional.of(HEAD), NOON, true, true);

    assertThat(
            ApprovalRules.decide(facts(1, new HeadApproval(simulated, HeadContent.SAME)))
                .explanation())
        .endsWith("counted \"carol\" (simulated)");
  }

  @Test
  void countsAWaiver_ofSomeoneWhoseApprovalWouldCount() {
    Waiver waiver = waiver("carol", DIGEST, true);

    assertThat(ApprovalRules.countingWaivers(facts(1), List.of(waiver), DIGEST))
        .containsExactly(waiver);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "bob", "countersign-bot", "dave", "mallory"})
  void ignoresAWaiver_ofSomeoneWhoseApprovalWouldNotCount(String login) {
    assertThat(
            ApprovalRules.countingWaivers(facts(1), List.of(waiver(login, DIGEST, true)), DIGEST))
        .isEmpty();
  }

  @Test
  void ignoresAWaiver_forAnotherArtifactOrOfAReader() {
    Digest other = Digest.of("other".getBytes(StandardCharsets.UTF_8));
    List<Waiver> waivers = List.of(waiver("carol", other, true), waiver("carol", DIGEST, false));

    assertThat(ApprovalRules.countingWaivers(facts(1), waivers, DIGEST)).isEmpty();
  }

  private static ApprovalFacts facts(int required, HeadApproval... approvals) {
    return facts(
        required, Optional.of(new Launcher("local", Optional.of(42L), "alice", true)), approvals);
  }

  private static ApprovalFacts facts(
      int required, Optional<Launcher> launcher, HeadApproval... approvals) {
    return new ApprovalFacts(
        new ApprovalPolicy(
            required,
            List.of("alice", "bob", "carol", "dave", "erin", "frank", "countersign-bot"),
            List.of(),
            LauncherRule.ANY),
        new Participants(
            BOT,
            launcher,
            List.of(new Launcher("local", Optional.empty(), "bob", false)),
            List.of(
                new Person("dave", "d@example.org", NOON),
                new Person("Erin Example", "123+erin@users.noreply.example.org", NOON)),
            Quorum.unknownLauncher(launcher.isPresent())),
        HEAD,
        List.of(approvals));
  }

  private static HeadApproval same(String login) {
    return approval(person(login), HeadContent.SAME, true);
  }

  private static HeadApproval approval(Identity by, HeadContent content, boolean mayWrite) {
    CommitId head = content == HeadContent.SAME ? HEAD : OLD_HEAD;
    return new HeadApproval(new Approval(by, Optional.of(head), NOON, false, mayWrite), content);
  }

  private static Waiver waiver(String login, Digest digest, boolean mayWrite) {
    return new Waiver("rmse-superior", person(login), digest, "known shift", NOON, mayWrite);
  }

  private static Identity person(String login) {
    return new Identity(login, Optional.empty());
  }
}
