package dev.countersign.ci.deploy;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.testing.Candidate;
import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I1, deployment log: losing it, or its end, may block and never permits")
class LostLogIT extends DeployBench {
  @Test
  void isBlocked_whenTheLogIsLost() {
    promoteAndDeploy(promotions.candidate(1));
    loseTheLog();
    promotions.promote(promotions.candidate(2));

    DeployReport report = fixture.reconcile();

    assertThat(codes(report)).containsExactly(ErrorCode.LOG_MISSING);
    assertThat(report.exitCode()).isEqualTo(ExitCode.CONFLICT);
  }

  @Test
  void isBlocked_whenTheLogHoldsOnlyWhatGitDenies() {
    promoteAndDeploy(promotions.candidate(1));
    Deployment honest = fixture.deployments(LINE).get(0);
    loseTheLog();
    promotions.promote(promotions.candidate(2));
    fixture.log().append(LINE, Forgery.withBlob(honest, "0".repeat(40)));

    assertThat(codes(fixture.reconcile())).containsExactly(ErrorCode.LOG_MISSING);
  }

  @Test
  void needsNoLog_whileNothingButTheFirstReferenceWasMerged() {
    promoteAndDeploy(promotions.candidate(1));
    loseTheLog();

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.deployments(LINE)).hasSize(1);
  }

  @Test
  @DisplayName("I1: whoever deletes the log cannot have the first reference deployed again")
  void doesNotDeployTheFirstReference_whenNewerOnesWereMerged() {
    CommitId first = promoteAndDeploy(promotions.candidate(1));
    promoteAndDeploy(promotions.candidate(2));
    loseTheLog();

    assertThat(codes(fixture.deploy(first))).containsExactly(ErrorCode.LOG_MISSING);
    assertServes(2);
  }

  @Test
  @DisplayName("I1: whoever rewinds the log cannot have an older reference deployed over a newer")
  void doesNotDeployWhatIsOlder_thanWhatTheTargetServes() {
    promoteAndDeploy(promotions.candidate(1));
    CommitId old = logTip();
    CommitId second = promoteAndDeploy(promotions.candidate(2));
    promoteAndDeploy(promotions.candidate(3));
    rewindTheLogTo(old);

    assertThat(codes(fixture.deploy(second))).containsExactly(ErrorCode.LOG_MISSING);
    assertServes(3);
  }

  @Test
  @DisplayName("I1: nor have the last one that the log tells of put back over a newer")
  void doesNotPutBackWhatIsOlder_thanWhatTheTargetServes() {
    CommitId first = promoteAndDeploy(promotions.candidate(1));
    CommitId old = logTip();
    promoteAndDeploy(promotions.candidate(2));
    rewindTheLogTo(old);

    assertThat(codes(fixture.deploy(first))).containsExactly(ErrorCode.LOG_MISSING);
    assertServes(2);
  }

  @Test
  @DisplayName("I5: reconciling after the end was lost, or a job was killed, ends at the newest")
  void recordsTheNewestAgain_whenTheLogLostItsEnd() {
    promoteAndDeploy(promotions.candidate(1));
    CommitId old = logTip();
    promoteAndDeploy(promotions.candidate(2));
    rewindTheLogTo(old);
    promotions.promote(promotions.candidate(3));

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertServes(3);
    assertThat(fixture.app().switches()).isEqualTo(3);
  }

  @Test
  @DisplayName("I1: nor while nothing is served, for newer references say what was live before")
  void isBlocked_whenALaterReferenceWasComparedWithWhatTheLogDoesNotTellOf() {
    promoteAndDeploy(promotions.candidate(1));
    CommitId old = logTip();
    ModelReference second = promotions.candidate(2);
    CommitId merged = promoteAndDeploy(second);
    promotions.promote(comparedWith(second));
    rewindTheLogTo(old);
    fixture.app().remove(LINE);

    assertThat(codes(fixture.deploy(merged))).containsExactly(ErrorCode.LOG_MISSING);
    assertThat(codes(fixture.reconcile())).containsExactly(ErrorCode.LOG_MISSING);
    assertThat(fixture.app().switches()).isEqualTo(2);
  }

  @Test
  @DisplayName("Fault row 61: nor does a candidate get an older, easier baseline")
  void refusesABaseline_whenTheLogLostItsEnd() {
    promoteAndDeploy(promotions.candidate(1));
    CommitId old = logTip();
    ModelReference second = promotions.candidate(2);
    promoteAndDeploy(second);
    promoteAndDeploy(comparedWith(second));
    rewindTheLogTo(old);

    assertThatThrownBy(() -> fixture.baselines().resolve(LINE))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.LOG_MISSING);
              assertThat(e.explanation())
                  .isEqualTo(
                      "sequence \"2\" of \"diamonds-price/production\" was live when a later one "
                          + "was proposed, but the deployment log tells of none above \"1\"");
            });
  }

  @Test
  void goesOn_whenAnApproverStartedTheLogAnew() {
    promoteAndDeploy(promotions.candidate(1));
    CommitId old = logTip();
    ModelReference second = promotions.candidate(2);
    CommitId merged = promoteAndDeploy(second);
    promotions.promote(comparedWith(second));
    rewindTheLogTo(old);

    assertThat(fixture.holds().rebuildLog(LINE, "carol", "the branch was rewound")).isTrue();

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertServes(3);
    assertThat(fixture.deploy(merged).outcomes())
        .singleElement()
        .isInstanceOf(DeployOutcome.Superseded.class);
  }

  @Test
  @DisplayName(
      "I7: bytes of a newer reference that nobody approved prove nothing; they are put back")
  void putsBack_whenTheServedBytesAreOfAReferenceThatNobodyApproved() {
    CommitId first = promoteAndDeploy(promotions.candidate(1));
    ModelReference smuggled = promotions.candidate(2);
    promotions
        .git()
        .commit(GitFixture.MAIN, Map.of(LINE.referencePath(), PromotionFixture.text(smuggled)));
    fixture.app().serveBehindTheBack(LINE, smuggled.artifact().digest());

    assertThat(fixture.deploy(first).exitCode()).isEqualTo(ExitCode.UNHEALTHY);
    assertServes(1);
  }

  @Test
  void stillSupersedesAnOlderCommit_whenTheLogIsWhole() {
    CommitId first = promoteAndDeploy(promotions.candidate(1));
    ModelReference second = promotions.candidate(2);
    promoteAndDeploy(second);
    promoteAndDeploy(comparedWith(second));

    DeployReport late = fixture.deploy(first);

    assertThat(late.outcomes()).singleElement().isInstanceOf(DeployOutcome.Superseded.class);
    assertThat(late.exitCode()).isEqualTo(ExitCode.DONE);
  }

  private ModelReference comparedWith(ModelReference live) {
    Candidate third = new Candidate(LINE, 3, LINE + " model 3", 0.98);
    promotions.keep(third);
    return third.comparedWith(live);
  }

  private CommitId promoteAndDeploy(ModelReference reference) {
    CommitId merged = promotions.promote(reference);
    assertThat(fixture.deploy(merged).exitCode()).isEqualTo(ExitCode.DONE);
    return merged;
  }

  private CommitId logTip() {
    return promotions.git().tip(DeploymentLog.BRANCH).orElseThrow();
  }

  private void rewindTheLogTo(CommitId commit) {
    promotions.git().point(DeploymentLog.BRANCH, Optional.of(commit));
  }

  private void loseTheLog() {
    promotions.git().point(DeploymentLog.BRANCH, Optional.empty());
  }

  private void assertServes(int sequence) {
    Digest expected = promotions.candidate(sequence).artifact().digest();
    assertThat(fixture.serving(LINE)).isEqualTo(expected);
  }

  private static List<ErrorCode> codes(DeployReport report) {
    return report.outcomes().stream().flatMap(outcome -> outcome.code().stream()).toList();
  }
}
