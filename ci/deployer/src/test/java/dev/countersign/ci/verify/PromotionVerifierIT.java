package dev.countersign.ci.verify;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.testing.Candidate;
import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.ci.testing.Proposal;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromotionVerifierIT {
  private PromotionFixture fixture;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new PromotionFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** The ways in which forges merge. */
  enum Style {
    MERGE,
    SQUASH,
    REBASE;

    CommitId merge(PromotionFixture fixture, Proposal proposal) {
      return switch (this) {
        case MERGE -> fixture.merge(proposal);
        case SQUASH -> fixture.squash(proposal);
        case REBASE -> fixture.rebase(proposal);
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  @DisplayName("Fault row 54, I2: what was approved verifies, however the forge merged it")
  void holds_forEveryWayToMerge(Style style) {
    CommitId merged = style.merge(fixture, approved(1));

    Verification found = verify(merged);

    assertThat(found.failures()).isEmpty();
    assertThat(found.checks())
        .extracting(Check::name)
        .containsExactly(
            CheckName.MERGED,
            CheckName.REFERENCE,
            CheckName.SEQUENCE,
            CheckName.CONFIGURED,
            CheckName.MERGE_REQUEST,
            CheckName.SIGNED,
            CheckName.PATHS,
            CheckName.CONTENT,
            CheckName.LAUNCHER,
            CheckName.APPROVED,
            CheckName.GATES,
            CheckName.ARTIFACT);
    assertThat(found.release().orElseThrow().document())
        .isEqualTo(PromotionFixture.text(fixture.candidate(1)));
  }

  @Test
  @DisplayName("Fault row 55: content pushed after the approval is not approved")
  void fails_whenTheContentChangedAfterTheApproval() {
    Proposal proposal = approved(1);
    CommitId approvedHead = proposal.head();
    ModelReference other = fixture.keep(new Candidate(LINE, 1, "another model", 0.99));
    Map<String, String> files = Map.of(LINE.referencePath(), PromotionFixture.text(other));
    CommitId newHead = fixture.git().botCommit(LINE.branch(), proposal.base(), files);

    Verification found =
        verify(fixture.merge(proposal.movedTo(proposal.base(), newHead).mergedAs(files)));

    assertThat(found.code()).contains(ErrorCode.NOT_APPROVED);
    assertThat(detail(found, CheckName.APPROVED))
        .contains(
            "\"carol\" (approved %s, head %s has other content)"
                .formatted(approvedHead.shortHex(), newHead.shortHex()));
  }

  @Test
  @DisplayName("I7: an approval counts while the content is the same, whatever the head")
  void holds_whenTheBotRecreatedTheSameContentOnANewBase() {
    Proposal proposal = approved(1);
    CommitId base = fixture.git().commit(GitFixture.MAIN, Map.of("README.md", "# More\n"));
    CommitId head = fixture.git().botCommit(LINE.branch(), base, proposal.files());

    assertThat(verify(fixture.merge(proposal.movedTo(base, head))).failures()).isEmpty();
  }

  @Test
  @DisplayName("I6: a merge of the base into the branch is not content")
  void holds_whenTheForgeUpdatedTheBranchWithTheBase() {
    Proposal proposal = approved(1);
    CommitId base = fixture.git().commit(GitFixture.MAIN, Map.of("README.md", "# More\n"));
    CommitId head =
        fixture.git().merge(LINE.branch(), GitFixture.MAIN, Map.of("README.md", "# More\n"));

    assertThat(verify(fixture.squash(proposal.movedTo(base, head))).failures()).isEmpty();
  }

  @Test
  @DisplayName("I6, I7: a merge of the base that changes the reference on the way is content")
  void fails_whenAMergeOfTheBaseSmugglesInContent() {
    Proposal proposal = approved(1);
    CommitId base = fixture.git().commit(GitFixture.MAIN, Map.of("README.md", "# More\n"));
    ModelReference other = fixture.keep(new Candidate(LINE, 1, "another model", 0.99));
    Map<String, String> files = Map.of(LINE.referencePath(), PromotionFixture.text(other));
    CommitId head = fixture.git().merge(LINE.branch(), GitFixture.MAIN, files);

    Verification found =
        verify(fixture.squash(proposal.movedTo(base, head).mergedAs(files).approvedBy("dave")));

    assertThat(found.code()).contains(ErrorCode.SIGNATURE_REFUSED);
  }

  @Test
  void fails_whenNobodyApproved() {
    Verification found = verify(fixture.merge(fixture.propose(fixture.candidate(1))));

    assertThat(found.code()).contains(ErrorCode.NOT_APPROVED);
    assertThat(found.approval()).containsInstanceOf(ApprovalDecision.NotApproved.class);
  }

  @Test
  @DisplayName("I7: whoever launched the training cannot approve it")
  void fails_whenTheLauncherApproved() {
    fixture.settings().put(LINE, withApprovers(List.of(Candidate.LAUNCHER, "carol")));

    CommitId merged =
        fixture.merge(fixture.propose(fixture.candidate(1)).approvedBy(Candidate.LAUNCHER));

    assertThat(detail(verify(merged), CheckName.APPROVED)).contains("launched the training");
  }

  @Test
  void fails_whenTheApprovedHeadIsNotInTheRepository() {
    Proposal proposal =
        fixture
            .propose(fixture.candidate(1))
            .approved(
                new Approval(
                    Proposal.person("carol"),
                    Optional.of(new CommitId("0123456789".repeat(4))),
                    GitFixture.START,
                    false,
                    true));

    assertThat(detail(verify(fixture.merge(proposal)), CheckName.APPROVED))
        .contains("the head that was approved is not known");
  }

  @Test
  @DisplayName("Fault row 57: other paths than the reference are refused and listed")
  void fails_whenTheMergeRequestChangesOtherPaths() {
    Proposal proposal =
        fixture
            .propose(fixture.candidate(1), Map.of(".gitlab-ci.yml", "script: [curl]\n"))
            .approvedBy("carol");

    Verification found = verify(fixture.merge(proposal));

    assertThat(found.code()).contains(ErrorCode.MERGED_DIFFERS);
    assertThat(detail(found, CheckName.PATHS)).isEqualTo("unexpected paths: \".gitlab-ci.yml\"");
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  @DisplayName("Fault row 58, I2: a merge that holds other bytes than the approved head is refused")
  void fails_whenTheMergedBlobDiffers(Style style) {
    Proposal approved = approved(1);
    String otherBytes = PromotionFixture.text(approved.reference()) + "\n";

    Verification found =
        verify(style.merge(fixture, approved.mergedAs(Map.of(LINE.referencePath(), otherBytes))));

    assertThat(found.code()).contains(ErrorCode.MERGED_DIFFERS);
    assertThat(detail(found, CheckName.CONTENT)).contains(LINE.referencePath());
  }

  @Test
  @DisplayName("Fault row 58, 57: a merge that brings a path the head does not have is refused")
  void fails_whenTheMergeAddsAPath() {
    Proposal approved = approved(1);
    Map<String, String> files = new HashMap<>(approved.files());
    files.put("countersign.yaml", "models: {}\n");

    Verification found = verify(fixture.squash(approved.mergedAs(files)));

    assertThat(found.code()).contains(ErrorCode.MERGED_DIFFERS);
    assertThat(detail(found, CheckName.PATHS)).contains("\"countersign.yaml\"");
  }

  @Test
  @DisplayName("I7: a content commit without the bot's signature is refused")
  void fails_whenAPersonWroteTheContent() {
    ModelReference reference = fixture.candidate(1);
    CommitId base = fixture.git().tip(GitFixture.MAIN).orElseThrow();
    fixture.git().point(LINE.branch(), Optional.of(base));
    Map<String, String> files = Map.of(LINE.referencePath(), PromotionFixture.text(reference));
    CommitId head = fixture.git().commit(LINE.branch(), files);
    Proposal unsigned = new Proposal(reference, base, head, files).approvedBy("carol");

    Verification found = verify(fixture.merge(unsigned));

    assertThat(found.code()).contains(ErrorCode.SIGNATURE_REFUSED);
    assertThat(detail(found, CheckName.SIGNED)).contains("by \"Ada\"");
  }

  @Test
  @DisplayName("I7: the signature of a key that the configuration does not list is refused")
  void fails_whenTheBotsKeyIsNotTheConfiguredOne() {
    CommitId merged = fixture.merge(approved(1));
    var settings = fixture.settings(1);
    fixture
        .settings()
        .put(
            LINE,
            new LineSettings(
                new ApprovalPolicy(
                    1, List.of("carol"), List.of("ssh-ed25519 AAAAother"), LauncherRule.ANY),
                settings.gates(),
                settings.targets()));

    assertThat(verify(merged).code()).contains(ErrorCode.SIGNATURE_REFUSED);
  }

  @Test
  @DisplayName("I1: a reference pushed past the merge requests never verifies")
  void fails_whenNoMergeRequestBroughtIt() {
    CommitId pushed =
        fixture
            .git()
            .commit(
                GitFixture.MAIN,
                Map.of(LINE.referencePath(), PromotionFixture.text(fixture.candidate(1))));

    assertThat(verify(pushed).code()).contains(ErrorCode.NOT_APPROVED);
    assertThat(detail(verify(pushed), CheckName.MERGE_REQUEST)).contains("no merge request");
  }

  @Test
  void fails_whenTheMergeRequestWentIntoAnotherBranch() {
    Proposal proposal = approved(1);
    CommitId merged = fixture.merge(proposal);
    fixture.brought(merged, proposal, "develop");

    assertThat(detail(verify(merged), CheckName.MERGE_REQUEST))
        .contains("was merged into \"develop\", not into \"main\"");
  }

  @Test
  @DisplayName("Fault row 59: a commit beside the protected branch is refused")
  void fails_whenTheCommitIsTheHeadOfTheBranch() {
    Proposal proposal = approved(1);
    fixture.merge(proposal);

    assertThat(verify(proposal.head()).code()).contains(ErrorCode.COMMIT_NOT_MERGED);
    assertThatThrownBy(() -> fixture.verifier().verifyCommit(proposal.head()))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.COMMIT_NOT_MERGED));
  }

  @Test
  @DisplayName("Fault row 59: a commit that nobody knows is refused")
  void fails_whenTheCommitIsUnknown() {
    fixture.merge(approved(1));

    assertThat(verify(new CommitId("0123456789".repeat(4))).code())
        .contains(ErrorCode.COMMIT_NOT_MERGED);
  }

  @Test
  @DisplayName("Fault row 60: an old reference merged again is refused")
  void fails_whenAnOldReferenceIsSubmittedAgain() {
    fixture.promote(fixture.candidate(1));
    fixture.promote(fixture.candidate(2));

    CommitId again = fixture.promote(fixture.candidate(1));

    assertThat(verify(again).code()).contains(ErrorCode.SEQUENCE_REFUSED);
    assertThat(detail(verify(again), CheckName.SEQUENCE))
        .isEqualTo("sequence \"1\" does not follow; after the reference before, it must be \"3\"");
  }

  @Test
  @DisplayName("Fault row 60: a jump ahead of all sequences is refused")
  void fails_whenTheSequenceJumps() {
    fixture.promote(fixture.candidate(1));

    assertThat(verify(fixture.promote(fixture.candidate(9))).code())
        .contains(ErrorCode.SEQUENCE_REFUSED);
  }

  @Test
  @DisplayName("Fault row 60: what a later rollback withdraws is refused")
  void fails_whenItWasWithdrawnLater() {
    fixture.promote(fixture.candidate(1));
    CommitId second = fixture.promote(fixture.candidate(2));
    CommitId rollback = fixture.promote(rollbackToFirst(3));

    assertThat(verify(second).code()).contains(ErrorCode.SEQUENCE_REFUSED);
    assertThat(detail(verify(second), CheckName.SEQUENCE)).contains("was withdrawn");
    assertThat(verify(rollback).failures()).isEmpty();
    assertThat(fixture.verifier().verifyRecorded(LINE, second).failures()).isEmpty();
  }

  @Test
  void fails_whenARollbackGoesBackToSomethingNeverApproved() {
    fixture.merge(fixture.propose(fixture.candidate(1)));
    fixture.promote(fixture.candidate(2));

    Verification found = verify(fixture.promote(rollbackToFirst(3)));

    assertThat(found.code()).contains(ErrorCode.SEQUENCE_REFUSED);
    assertThat(detail(found, CheckName.ROLLBACK_SOURCE))
        .contains("no reference merged and approved");
  }

  @Test
  void fails_whenARollbackWithdrawsWhatWasNeverMerged() {
    Candidate first = new Candidate(LINE, 1, LINE + " model 1", 0.98);
    fixture.promote(fixture.keep(first));
    fixture.promote(fixture.candidate(2));

    CommitId merged = fixture.promote(first.rollback(3, fixture.candidate(9)));

    assertThat(detail(verify(merged), CheckName.ROLLBACK_SOURCE))
        .isEqualTo("what the rollback withdraws was never merged");
  }

  @Test
  @DisplayName("I14: a gate without its evidence needs a person, even where none has to approve")
  void fails_whenAGateNeedsAPersonAndNobodyLooked() {
    fixture.settings().put(LINE, gate(fixture.settings(0), GateKind.SUPERIOR));

    Verification alone = verify(fixture.merge(fixture.propose(fixture.candidate(1))));
    Verification seen = verify(fixture.promote(fixture.candidate(2)));

    assertThat(alone.code()).contains(ErrorCode.GATE_FAILED);
    assertThat(detail(alone, CheckName.GATES)).startsWith("gate \"r2-high\" needs a person");
    assertThat(seen.failures()).isEmpty();
  }

  @Test
  @DisplayName("I14: a metric that the reference does not have never passes a gate")
  void fails_whenTheMetricOfAGateIsMissingAndNobodyLooked() {
    LineSettings settings = fixture.settings(0);
    GateSpec missing =
        new GateSpec(
            "recall-high", GateKind.AT_LEAST, "recall", 0.9, Optional.empty(), List.of(), 0, "");
    fixture
        .settings()
        .put(LINE, new LineSettings(settings.approvals(), List.of(missing), settings.targets()));

    assertThat(verify(fixture.merge(fixture.propose(fixture.candidate(1)))).code())
        .contains(ErrorCode.GATE_FAILED);
  }

  @Test
  @DisplayName("I14: a failed gate of the protected branch's configuration refuses")
  void fails_whenAGateFails() {
    ModelReference bad = fixture.keep(new Candidate(LINE, 1, "bad model", 0.5));

    Verification found = verify(fixture.promote(bad));

    assertThat(found.code()).contains(ErrorCode.GATE_FAILED);
    assertThat(detail(found, CheckName.GATES)).startsWith("gate \"r2-high\" failed");
  }

  @Test
  void holds_whenAnApproverWaivedTheFailedGate() {
    ModelReference bad = fixture.keep(new Candidate(LINE, 1, "bad model", 0.5));

    CommitId merged =
        fixture.merge(
            fixture.propose(bad).approvedBy("carol").waivedBy("dave", PromotionFixture.GATE));

    assertThat(verify(merged).failures()).isEmpty();
    assertThat(detail(verify(merged), CheckName.GATES)).contains("waived: \"r2-high\" by \"dave\"");
  }

  @Test
  void fails_whenTheLauncherWaivedTheFailedGate() {
    ModelReference bad = fixture.keep(new Candidate(LINE, 1, "bad model", 0.5));

    CommitId merged =
        fixture.merge(
            fixture
                .propose(bad)
                .approvedBy("carol")
                .waivedBy(Candidate.LAUNCHER, PromotionFixture.GATE));

    assertThat(verify(merged).code()).contains(ErrorCode.GATE_FAILED);
  }

  @Test
  @DisplayName("Fault row 1, I3: a changed byte in the store refuses")
  void fails_whenAByteOfTheArtifactWasFlipped() {
    ModelReference reference = fixture.candidate(1);
    CommitId merged = fixture.promote(reference);
    fixture.store().tamper(reference.artifact().digest());

    assertThat(verify(merged).code()).contains(ErrorCode.DIGEST_MISMATCH);
  }

  @Test
  @DisplayName("Fault row 3, I3: an artifact that is gone refuses")
  void fails_whenTheArtifactIsGone() {
    ModelReference reference = fixture.candidate(1);
    CommitId merged = fixture.promote(reference);
    fixture.store().lose(reference.artifact().digest());

    assertThat(verify(merged).code()).contains(ErrorCode.ARTIFACT_MISSING);
  }

  @Test
  void fails_whenTheReferenceIsForAnotherLine() {
    ModelEnvironment other = ModelEnvironment.of("diamonds-price", "staging");
    String foreign = PromotionFixture.text(fixture.candidate(other, 1));
    Proposal proposal = approved(1);

    CommitId merged = fixture.squash(proposal.mergedAs(Map.of(LINE.referencePath(), foreign)));

    assertThat(verify(merged).code()).contains(ErrorCode.INPUT_INVALID);
  }

  @Test
  void fails_whenTheChecksumDoesNotMatch() {
    Proposal proposal = approved(1);
    String edited = PromotionFixture.text(proposal.reference()).replace("\"text\"", "\"pickle\"");

    CommitId merged = fixture.squash(proposal.mergedAs(Map.of(LINE.referencePath(), edited)));

    assertThat(verify(merged).code()).contains(ErrorCode.CHECKSUM_MISMATCH);
  }

  @Test
  void fails_whenTheConfigurationDoesNotNameTheLine() {
    CommitId merged = fixture.promote(fixture.candidate(1));
    fixture.settings().remove(LINE);

    assertThat(verify(merged).code()).contains(ErrorCode.CONFIGURATION_INVALID);
  }

  @Test
  @DisplayName("DESIGN baseline: the recorded is judged by the configuration of its time")
  void judgesTheRecordedByTheConfigurationAtItsFirstParent() {
    CommitId before = fixture.git().tip(GitFixture.MAIN).orElseThrow();
    CommitId merged = fixture.promote(fixture.candidate(1));
    fixture.settings().put(LINE, fixture.settings(2));
    fixture.settings().putAt(before, fixture.settings(1));

    assertThat(fixture.verifier().verifyRecorded(LINE, merged).holds()).isTrue();
    assertThat(verify(merged).code()).contains(ErrorCode.NOT_APPROVED);
  }

  @Test
  void verifiesEveryReferenceThatACommitBrought() {
    CommitId merged = fixture.merge(approved(1));

    assertThat(fixture.verifier().verifyCommit(merged))
        .extracting(Verification::line)
        .containsExactly(LINE);
  }

  private Verification verify(CommitId commit) {
    return fixture.verifier().verifyNew(LINE, commit);
  }

  private Proposal approved(int sequence) {
    return fixture.propose(fixture.candidate(sequence)).approvedBy("carol");
  }

  private ModelReference rollbackToFirst(int sequence) {
    ModelReference withdrawn = fixture.candidate(2);
    return new Candidate(LINE, 1, LINE + " model 1", 0.98).rollback(sequence, withdrawn);
  }

  private LineSettings withApprovers(List<String> approvers) {
    var settings = fixture.settings(1);
    return new LineSettings(
        new ApprovalPolicy(
            1, approvers, settings.approvals().botKeys(), settings.approvals().launcher()),
        settings.gates(),
        settings.targets());
  }

  private static LineSettings gate(LineSettings settings, GateKind kind) {
    return new LineSettings(
        settings.approvals(),
        settings.gates().stream()
            .map(
                gate ->
                    new GateSpec(
                        gate.id(), kind, gate.metric(), 0.01, Optional.empty(), List.of(), 0, ""))
            .toList(),
        settings.targets());
  }

  private static String detail(Verification found, CheckName name) {
    return found.checks().stream()
        .filter(check -> check.name() == name)
        .map(Check::detail)
        .findFirst()
        .orElseThrow();
  }
}
