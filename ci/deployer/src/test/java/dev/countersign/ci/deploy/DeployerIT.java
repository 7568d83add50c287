package dev.countersign.ci.deploy;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.testing.Candidate;
import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.ci.testing.Proposal;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.DeploymentOutcome;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeployerIT extends DeployBench {
  private static final Digest FOREIGN = Digest.of("foreign".getBytes(StandardCharsets.UTF_8));

  @Test
  void deploysAndRecords_whatWasMergedAndApproved() {
    ModelReference reference = promotions.candidate(1);
    CommitId merged = promotions.promote(reference);

    DeployReport report = fixture.deploy(merged);

    Digest digest = reference.artifact().digest();
    assertThat(report.outcomes())
        .containsExactly(
            new DeployOutcome.Deployed(
                new LineTarget(LINE, "app"),
                merged,
                reference.version(),
                digest,
                digest,
                List.of("carol")));
    assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(digest);
    Deployment recorded = fixture.deployments(LINE).get(0);
    assertThat(recorded.outcome()).isEqualTo(DeploymentOutcome.DEPLOYED);
    assertThat(recorded.release().commit()).isEqualTo(merged);
    assertThat(recorded.observed().orElseThrow().digest()).isEqualTo(digest);
    assertThat(recorded.request().orElseThrow().approvals())
        .extracting(approval -> approval.login())
        .containsExactly("carol");
  }

  @Test
  @DisplayName("I1, fault row 59: a commit that was not merged is refused as a whole")
  void refusesACommitThatIsNotOnTheProtectedBranch() {
    Proposal proposal = promotions.propose(promotions.candidate(1)).approvedBy("carol");

    assertThatThrownBy(() -> fixture.deploy(proposal.head()))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.COMMIT_NOT_MERGED));
    assertThat(fixture.app().calls()).isEmpty();
  }

  @Test
  @DisplayName("I1, I7: what reached the branch past a merge request does not deploy")
  void doesNotDeploy_whatNobodyApproved() {
    CommitId pushed =
        promotions
            .git()
            .commit(
                GitFixture.MAIN,
                Map.of(LINE.referencePath(), PromotionFixture.text(promotions.candidate(1))));

    DeployReport report = fixture.deploy(pushed);

    assertThat(codes(report)).containsExactly(ErrorCode.NOT_APPROVED);
    assertThat(report.exitCode()).isEqualTo(ExitCode.NOT_MET);
    assertThat(fixture.app().calls()).isEmpty();
    assertThat(fixture.log(LINE).isEmpty()).isTrue();
  }

  @Test
  @DisplayName("I12: a plan is a value; making it changes nothing, executing it does what it says")
  void plansWithoutChangingAnything() {
    CommitId merged = promotions.promote(promotions.candidate(1));

    DeployPlan plan = fixture.deployer().plan(merged);

    assertThat(plan.steps()).singleElement().isInstanceOf(PlannedStep.Apply.class);
    assertThat(fixture.app().calls()).isEmpty();
    assertThat(promotions.git().tip(DeploymentLog.BRANCH)).isEmpty();
    assertThat(fixture.deployer().execute(plan, DeployListener.SILENT).outcomes())
        .singleElement()
        .isInstanceOf(DeployOutcome.Deployed.class);
  }

  @Test
  @DisplayName("I5: a second run finds everything done and writes nothing")
  void doesNothingTheSecondTime() {
    CommitId merged = promotions.promote(promotions.candidate(1));
    fixture.deploy(merged);
    Optional<CommitId> logged = promotions.git().tip(DeploymentLog.BRANCH);

    DeployReport again = fixture.deploy(merged);

    assertThat(again.outcomes()).singleElement().isInstanceOf(DeployOutcome.UpToDate.class);
    assertThat(fixture.app().calls()).hasSize(1);
    assertThat(promotions.git().tip(DeploymentLog.BRANCH)).isEqualTo(logged);
  }

  @Test
  @DisplayName(
      "I1: three merges; the first deploy fails, the second is cancelled: all are deployed")
  void convergesEveryLine_whenEarlierJobsFailedOrWereCancelled() {
    ModelEnvironment second = fixture.configure("cut-grade/production");
    ModelEnvironment third = fixture.configure("carat-weight/staging");
    CommitId first = promotions.promote(promotions.candidate(1));
    fixture.app().goDown("the machine is restarting");
    assertThat(codes(fixture.deploy(first))).containsExactly(ErrorCode.REMOTE_UNAVAILABLE);
    fixture.app().comeUp();
    promotions.promote(promotions.candidate(second, 1));
    CommitId last = promotions.promote(promotions.candidate(third, 1));

    DeployReport report = fixture.deploy(last);

    assertThat(report.outcomes())
        .hasSize(3)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(DeployOutcome.Deployed.class));
    assertThat(report.outcomes())
        .extracting(DeployOutcome::line)
        .containsExactly(third, second, LINE);
  }

  @Test
  @DisplayName("I1: three merges of one line; the last deploy deploys, late jobs are superseded")
  void deploysTheNewest_whenEarlierJobsOfTheSameLineFailedOrWereCancelled() {
    ModelReference unhealthy = promotions.candidate(1);
    fixture.app().makeUnhealthy(unhealthy.artifact().digest());
    CommitId first = promotions.promote(unhealthy);
    assertThat(fixture.deploy(first).exitCode()).isEqualTo(ExitCode.UNHEALTHY);
    CommitId second = promotions.promote(promotions.candidate(2));
    CommitId third = promotions.promote(promotions.candidate(3));

    assertThat(fixture.deploy(third).outcomes())
        .singleElement()
        .isInstanceOf(DeployOutcome.Deployed.class);
    DeployReport late = fixture.deploy(second);

    assertThat(late.outcomes())
        .containsExactly(new DeployOutcome.Superseded(new LineTarget(LINE, "app"), 2, 3));
    assertThat(late.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(promotions.candidate(3).artifact().digest());
  }

  @Test
  @DisplayName("I1: one line's failure stops no other, and decides the exit code")
  void deploysTheOtherLines_whenOneIsRefused() {
    ModelEnvironment other = fixture.configure("cut-grade/production");
    ModelReference tampered = promotions.candidate(1);
    promotions.promote(tampered);
    CommitId last = promotions.promote(promotions.candidate(other, 1));
    promotions.store().tamper(tampered.artifact().digest());

    DeployReport report = fixture.deploy(last);

    assertThat(report.outcomes().get(0)).isInstanceOf(DeployOutcome.Deployed.class);
    assertThat(codes(report)).containsExactly(ErrorCode.DIGEST_MISMATCH);
    assertThat(report.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
  }

  @Test
  void deploysTheOtherLines_whenTheForgeCannotBeAskedForOne() {
    ModelEnvironment other = fixture.configure("cut-grade/production");
    CommitId first = promotions.promote(promotions.candidate(1));
    CommitId last = promotions.promote(promotions.candidate(other, 1));
    promotions.requests().failFor(first);

    DeployReport report = fixture.deploy(last);

    assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(report.outcomes().get(0)).isInstanceOf(DeployOutcome.Deployed.class);
  }

  @Test
  @DisplayName("I1: not even a bug at one target stops the others")
  void deploysTheOtherTarget_whenOneThrowsUnexpectedly() {
    fixture.configure(
        LINE, DeployFixture.spec("app", "process"), DeployFixture.spec("edge", "process"));
    fixture.replace("app", new BrokenTarget());

    DeployReport report = fixture.deploy(promotions.promote(promotions.candidate(1)));

    assertThat(report.exitCode()).isEqualTo(ExitCode.BUG);
    assertThat(report.outcomes().get(0).explanation())
        .isEqualTo("something happened that Countersign did not expect: \"an adapter's bug\"");
    assertThat(fixture.target("edge").switches()).isEqualTo(1);
  }

  @Test
  void deploysTheOtherTarget_whenOneIsDown() {
    fixture.configure(
        LINE, DeployFixture.spec("app", "process"), DeployFixture.spec("edge", "process"));
    CommitId merged = promotions.promote(promotions.candidate(1));
    fixture.target("app").goDown("no route");

    DeployReport report = fixture.deploy(merged);

    assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(fixture.target("edge").switches()).isEqualTo(1);
    fixture.target("app").comeUp();
    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.target("app").switches()).isEqualTo(1);
    assertThat(fixture.target("edge").switches()).isEqualTo(1);
  }

  @Test
  @DisplayName("Fault row 59, 60: a lower sequence that was merged later is refused")
  void refusesALowerSequence_mergedAfterTheLastDeployed() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    promotions.promote(promotions.candidate(2));
    fixture.reconcile();
    CommitId again = promotions.promote(promotions.candidate(1));

    DeployReport report = fixture.deploy(again);

    assertThat(codes(report)).containsExactly(ErrorCode.SEQUENCE_REFUSED);
    assertThat(report.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(fixture.serving(LINE)).isEqualTo(promotions.candidate(2).artifact().digest());
  }

  @Test
  @DisplayName("Fault row 1, 3, I3: a tampered artifact is refused and the running app untouched")
  void leavesTheRunningAppAlone_whenTheArtifactIsTampered() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    ModelReference second = promotions.candidate(2);
    promotions.promote(second);
    promotions.store().tamper(second.artifact().digest());

    DeployReport refused = fixture.reconcile();

    assertThat(refused.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(fixture.app().calls()).hasSize(1);
    assertThat(fixture.deployments(LINE))
        .extracting(Deployment::outcome)
        .containsExactly(DeploymentOutcome.DEPLOYED, DeploymentOutcome.REFUSED);
    fixture.reconcile();
    assertThat(fixture.deployments(LINE)).hasSize(2);
  }

  @Test
  @DisplayName(
      "Story: tampered bytes refused (3), foreign bytes put back (10), rollback deployed (0)")
  void refusesPutsBackAndDeploys_asTheStoryTells() {
    Candidate first = new Candidate(LINE, 1, "the model of the first training", 0.98);
    ModelReference old = promotions.keep(first);
    promotions.promote(old);
    fixture.reconcile();
    ModelReference better = promotions.candidate(2);
    promotions.promote(better);
    fixture.reconcile();
    CommitId rollback = promotions.promote(first.rollback(3, better));

    promotions.store().tamper(old.artifact().digest());
    assertThat(fixture.deploy(rollback).exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(fixture.serving(LINE)).isEqualTo(better.artifact().digest());
    promotions.store().restore(old.artifact().digest());

    fixture.app().serveBehindTheBack(LINE, FOREIGN);
    DeployReport putBack = fixture.deploy(rollback);
    assertThat(putBack.outcomes())
        .containsExactly(
            new DeployOutcome.PutBack(new LineTarget(LINE, "app"), better.version(), FOREIGN));
    assertThat(putBack.exitCode()).isEqualTo(ExitCode.UNHEALTHY);
    assertThat(fixture.serving(LINE)).isEqualTo(better.artifact().digest());

    assertThat(fixture.deploy(rollback).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(old.artifact().digest());
    assertThat(fixture.deployments(LINE))
        .extracting(Deployment::outcome)
        .containsExactly(
            DeploymentOutcome.DEPLOYED,
            DeploymentOutcome.DEPLOYED,
            DeploymentOutcome.REFUSED,
            DeploymentOutcome.PUT_BACK,
            DeploymentOutcome.DEPLOYED);
  }

  @Test
  void putsBackWhatIsDeclared_whenReconcilingFindsForeignBytes() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    fixture.app().serveBehindTheBack(LINE, FOREIGN);

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.UNHEALTHY);
    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(promotions.candidate(1).artifact().digest());
  }

  @Test
  void doesNotPutBack_whatDoesNotVerifyAnyMore() {
    ModelReference reference = promotions.candidate(1);
    promotions.promote(reference);
    fixture.reconcile();
    promotions.store().tamper(reference.artifact().digest());
    fixture.app().serveBehindTheBack(LINE, FOREIGN);

    assertThat(codes(fixture.reconcile())).containsExactly(ErrorCode.DIGEST_MISMATCH);
    assertThat(fixture.app().calls()).hasSize(1);
  }

  @Test
  void startsAgain_whatStoppedServing() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    fixture.app().remove(LINE);

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(promotions.candidate(1).artifact().digest());
  }

  @Test
  void isHeld_butARollbackOfTheHeldPasses() {
    Candidate first = new Candidate(LINE, 1, LINE + " model 1", 0.98);
    promotions.promote(promotions.keep(first));
    fixture.reconcile();
    ModelReference second = promotions.candidate(2);
    promotions.promote(second);
    fixture.reconcile();
    fixture
        .log()
        .append(LINE, new HoldSet(2, "dave", "the audit is on", fixture.clock().instant()));
    promotions.promote(promotions.candidate(3));
    assertThat(codes(fixture.reconcile())).containsExactly(ErrorCode.HELD);

    promotions.promote(first.rollback(4, promotions.candidate(3)));

    assertThat(fixture.reconcile().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.serving(LINE)).isEqualTo(first.reference().artifact().digest());
  }

  @Test
  @DisplayName("Local forge: self-asserted identities deploy to process targets only")
  void refusesOtherTargets_whenIdentitiesAreSelfAsserted() {
    fixture.configure(LINE, DeployFixture.spec("app", "kubernetes"));
    CommitId merged = promotions.promote(promotions.candidate(1));

    assertThat(codes(fixture.deploy(merged))).containsExactly(ErrorCode.NOT_APPROVED);

    Deployer trusting = fixture.deployer(new TrustPolicy(false, true));
    assertThat(trusting.execute(trusting.plan(merged), DeployListener.SILENT).exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void reportsALine_thatTheConfigurationDoesNotName() {
    CommitId merged = promotions.promote(promotions.candidate(1));
    promotions.settings().remove(LINE);

    assertThat(codes(fixture.deploy(merged))).containsExactly(ErrorCode.CONFIGURATION_INVALID);
  }

  @Test
  void reportsAReference_thatCannotBeRead() {
    CommitId broken = promotions.git().commit(GitFixture.MAIN, Map.of(LINE.referencePath(), "{"));

    assertThat(codes(fixture.deploy(broken))).containsExactly(ErrorCode.INPUT_INVALID);
  }

  private static List<ErrorCode> codes(DeployReport report) {
    return report.outcomes().stream().flatMap(outcome -> outcome.code().stream()).toList();
  }

  /** A target whose adapter has a bug. */
  private static final class BrokenTarget implements DeployTarget {
    @Override
    public ApplyOutcome apply(Release release) {
      throw new IllegalStateException("an adapter's bug");
    }

    @Override
    public Observation observe(ModelEnvironment line) {
      return new Observation.Nothing();
    }

    @Override
    public void remove(ModelEnvironment line) {
      throw new IllegalStateException("an adapter's bug");
    }
  }
}
