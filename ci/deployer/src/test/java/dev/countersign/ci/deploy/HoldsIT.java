package dev.countersign.ci.deploy;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.LogRebuilt;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldsIT extends DeployBench {
  @BeforeEach
  void deployTheFirst() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
  }

  @Test
  void stopsWhatIsMergedLater_untilAnApproverReleasesIt() {
    assertThat(holds().hold(LINE, "erin", "audit").sequence()).isEqualTo(1);
    promotions.promote(promotions.candidate(2));
    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.NOT_MET);

    assertThat(holds().release(LINE, "carol", "audit is over")).isTrue();

    assertThat(holds().inForce(LINE)).isEmpty();
    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void keepsWhatIsLiveRunning_whileItIsHeld() {
    holds().hold(LINE, "erin", "audit");
    fixture.app().remove(LINE);

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(promotions.candidate(1).artifact().digest());
  }

  @Test
  void setsNoSecondHold_whileOneIsInForce() {
    holds().hold(LINE, "erin", "audit");

    assertThat(holds().hold(LINE, "dave", "holidays").by()).isEqualTo("erin");
    assertThat(fixture.log(LINE).records()).hasSize(2);
  }

  @Test
  void isNotReleased_bySomeoneWhoIsNoApprover() {
    holds().hold(LINE, "erin", "audit");

    assertThatThrownBy(() -> holds().release(LINE, "mallory", "hurry"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    assertThat(holds().inForce(LINE)).isPresent();
  }

  @Test
  void isNotReleased_byALineThatNamesNoApprover() {
    holds().hold(LINE, "erin", "audit");
    fixture.log().append(LINE, released("mallory", fixture.tip()));

    assertThat(holds().inForce(LINE)).isPresent();
  }

  @Test
  @DisplayName("I7: whoever became an approver only later has released nothing")
  void isNotReleased_byALineOfSomeoneWhoWasNoApproverThen() {
    holds().hold(LINE, "erin", "audit");
    CommitId then = fixture.tip();
    promotions.settings().putAt(then, withApprovers("bob", "carol"));
    fixture.log().append(LINE, released("dave", then));

    assertThat(holds().inForce(LINE)).isPresent();
  }

  @Test
  @DisplayName("I7: a release stays in force when the approver leaves")
  void staysReleased_whenTheApproverIsNoneAnyMore() {
    holds().hold(LINE, "erin", "audit");
    CommitId then = fixture.tip();
    assertThat(holds().release(LINE, "dave", "audit is over")).isTrue();
    promotions.settings().putAt(then, withApprovers("bob", "carol", "dave"));
    promotions.promote(promotions.candidate(2));
    promotions.settings().put(LINE, withApprovers("bob", "carol"));

    assertThat(holds().inForce(LINE)).isEmpty();
  }

  @Test
  @DisplayName("I7: a commit that the protected branch does not have gives nobody a right")
  void isNotReleased_byALineThatNamesACommitOfAnotherBranch() {
    holds().hold(LINE, "erin", "audit");
    CommitId elsewhere = promotions.git().commit("elsewhere", Map.of("a.txt", "a"));
    fixture.log().append(LINE, released("carol", elsewhere));

    assertThat(holds().inForce(LINE)).isPresent();
  }

  @Test
  void releasesNothing_whenNothingIsHeld() {
    assertThat(holds().release(LINE, "carol", "just in case")).isFalse();
  }

  @Test
  void deploysAgain_whenAnApproverRebuiltTheLostLog() {
    loseTheLog();
    promotions.promote(promotions.candidate(2));

    assertThat(holds().rebuildLog(LINE, "carol", "the branch was deleted")).isTrue();

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(promotions.candidate(2).artifact().digest());
  }

  @Test
  void deploysNothingOlder_thanWhatTheApproverVouchedFor() {
    CommitId first = fixture.tip();
    promotions.promote(promotions.candidate(2));
    loseTheLog();
    holds().rebuildLog(LINE, "carol", "the branch was deleted");

    assertThat(fixture.deploy(first).outcomes())
        .singleElement()
        .isInstanceOf(DeployOutcome.Superseded.class);
  }

  @Test
  void rebuildsNothing_whenTheLogIsThere() {
    assertThat(holds().rebuildLog(LINE, "carol", "to be sure")).isFalse();
    assertThat(fixture.log(LINE).records()).hasSize(1);
  }

  @Test
  void isNotRebuilt_bySomeoneWhoIsNoApprover() {
    loseTheLog();

    assertThatThrownBy(() -> holds().rebuildLog(LINE, "mallory", "hurry"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  @Test
  void isNotRebuilt_byALineThatVouchesForAnotherSequence() {
    loseTheLog();
    promotions.promote(promotions.candidate(2));
    fixture
        .log()
        .append(
            LINE, new LogRebuilt("carol", "trust me", fixture.tip(), 1, fixture.clock().instant()));

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.CONFLICT);
  }

  private HoldReleased released(String by, CommitId tip) {
    return new HoldReleased(by, "hurry", tip, fixture.clock().instant());
  }

  private LineSettings withApprovers(String... logins) {
    LineSettings usual = promotions.settings(1);
    ApprovalPolicy policy = usual.approvals();
    return new LineSettings(
        new ApprovalPolicy(1, List.of(logins), policy.botKeys(), policy.launcher()),
        usual.gates(),
        usual.targets());
  }

  private void loseTheLog() {
    promotions.git().point(DeploymentLog.BRANCH, Optional.empty());
  }

  private Holds holds() {
    return fixture.holds();
  }
}
