package dev.countersign.ci.verify;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.testing.Candidate;
import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.ci.testing.Proposal;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
    "I7: who launched and who proposed cannot approve; nobody's name is not a way round it")
class LauncherIT {
  private static final Candidate CANDIDATE = new Candidate(LINE, 1, LINE + " model 1", 0.98);
  private static final Optional<Launcher> CLAIMED =
      Optional.of(new Launcher("gitlab", Optional.of(42L), "alice", false));

  private PromotionFixture fixture;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new PromotionFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void fails_whenOnlyTheOneInWhoseNameItWasProposedApproved() {
    Verification found = verify(fixture.merge(proposedBy("carol").approvedBy("carol")));

    assertThat(found.code()).contains(ErrorCode.NOT_APPROVED);
    assertThat(detail(found, CheckName.APPROVED)).contains("\"carol\" (had it proposed)");
  }

  @Test
  void fails_whenTheOneInWhoseNameItWasProposedApproved_alsoAfterASquash() {
    assertThat(verify(fixture.squash(proposedBy("carol").approvedBy("carol"))).code())
        .contains(ErrorCode.NOT_APPROVED);
  }

  @Test
  void holds_whenAnotherOneApproved() {
    assertThat(verify(fixture.merge(proposedBy("carol").approvedBy("dave"))).failures()).isEmpty();
  }

  @Test
  void asksOneMore_whenNobodyKnowsWhoLaunched() {
    Proposal proposal = propose(Optional.empty()).approvedBy("carol");

    Verification found = verify(fixture.merge(proposal));

    assertThat(found.code()).contains(ErrorCode.NOT_APPROVED);
    assertThat(detail(found, CheckName.APPROVED))
        .startsWith("1 of 2 required approvals (one more than configured, because nobody knows");
  }

  @Test
  void holds_whenOneMoreApprovedWhatNobodyKnowsWhoLaunched() {
    Proposal proposal = propose(Optional.empty()).approvedBy("carol").approvedBy("dave");

    assertThat(verify(fixture.merge(proposal)).failures()).isEmpty();
  }

  @Test
  void fails_whenTheEnvironmentDemandsAnAttestedLauncher_andOnlyTheRunNamesOne() {
    demandAttested();

    Verification claimed = verify(fixture.merge(propose(CLAIMED).approvedBy("carol")));

    assertThat(claimed.code()).contains(ErrorCode.LAUNCHER_NOT_ATTESTED);
    assertThat(detail(claimed, CheckName.LAUNCHER))
        .isEqualTo(
            "launched by \"alice\", which is not attested, and the environment says launcher: "
                + "attested");
  }

  @Test
  void fails_whenTheEnvironmentDemandsAnAttestedLauncher_andNobodyIsNamed() {
    demandAttested();

    Proposal unknown = propose(Optional.empty()).approvedBy("carol").approvedBy("dave");

    assertThat(verify(fixture.merge(unknown)).code()).contains(ErrorCode.LAUNCHER_NOT_ATTESTED);
  }

  @Test
  void holds_whenTheLauncherIsAttested() {
    demandAttested();

    assertThat(verify(fixture.promote(fixture.candidate(1))).failures()).isEmpty();
  }

  @Test
  void letsARollbackPass_toWhatWasLetInBeforeTheRule() {
    ModelReference first = keep(CLAIMED);
    CommitId before = fixture.git().tip(GitFixture.MAIN).orElseThrow();
    fixture.merge(fixture.propose(first).approvedBy("carol"));
    CommitId between = fixture.git().tip(GitFixture.MAIN).orElseThrow();
    ModelReference second = fixture.candidate(2);
    fixture.promote(second);
    LineSettings lenient = fixture.settings(1);
    demandAttested();
    fixture.settings().putAt(before, lenient);
    fixture.settings().putAt(between, lenient);
    ModelReference rollback = CANDIDATE.rollback(3, second).withProvenance(first.provenance());

    assertThat(verify(fixture.promote(rollback)).failures()).isEmpty();
  }

  private Proposal proposedBy(String login) {
    fixture.keep(CANDIDATE);
    return fixture.propose(CANDIDATE.by(CLAIMED, Launcher.selfAsserted(login)));
  }

  private Proposal propose(Optional<Launcher> launcher) {
    return fixture.propose(keep(launcher));
  }

  private ModelReference keep(Optional<Launcher> launcher) {
    fixture.keep(CANDIDATE);
    return CANDIDATE.by(launcher);
  }

  private void demandAttested() {
    LineSettings usual = fixture.settings(1);
    ApprovalPolicy policy = usual.approvals();
    fixture
        .settings()
        .put(
            LINE,
            new LineSettings(
                new ApprovalPolicy(policy.required(), policy.botKeys(), LauncherRule.ATTESTED),
                usual.gates(),
                usual.targets()));
  }

  private Verification verify(CommitId commit) {
    return fixture.verifier().verifyNew(LINE, commit);
  }

  private static String detail(Verification found, CheckName name) {
    return found.checks().stream()
        .filter(check -> check.name() == name)
        .map(Check::detail)
        .findFirst()
        .orElseThrow();
  }
}
