package dev.countersign.ci.deploy;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.references.ReferenceReading;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fault row 61: the baseline is what was deployed and approved, never a claim")
class BaselineResolverIT extends DeployBench {
  @Test
  void isNone_whenNothingWasEverMerged() {
    assertThat(resolve()).isEmpty();
  }

  @Test
  void isWhatWasDeployedLast_notWhatTheBranchDeclares() {
    CommitId first = promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    promotions.promote(promotions.candidate(2));

    Baseline baseline = resolve().orElseThrow();

    assertThat(baseline.release().commit()).isEqualTo(first);
    assertThat(baseline.release().reference()).isEqualTo(promotions.candidate(1));
    assertThat(baseline.record().release().commit()).isEqualTo(first);
  }

  @Test
  void isTheOneBefore_whenTheLastDeploymentFailed() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    ModelReference second = promotions.candidate(2);
    fixture.app().makeUnhealthy(second.artifact().digest());
    promotions.promote(second);
    fixture.reconcile();

    assertThat(resolve().orElseThrow().release().reference()).isEqualTo(promotions.candidate(1));
  }

  @Test
  void isNone_whenTheOnlyDeploymentFailed() {
    ModelReference first = promotions.candidate(1);
    fixture.app().makeUnhealthy(first.artifact().digest());
    promotions.promote(first);
    fixture.reconcile();

    assertThat(resolve()).isEmpty();
  }

  @Test
  @DisplayName("I7: a reference that nobody approved is never a baseline, whatever the log says")
  void isTheOneBefore_whenTheLastRecordIsOfSomethingNobodyApproved() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    ModelReference smuggled = promotions.candidate(2);
    CommitId pushed =
        promotions
            .git()
            .commit(GitFixture.MAIN, Map.of(LINE.referencePath(), PromotionFixture.text(smuggled)));
    Deployment honest = fixture.deployments(LINE).get(0);
    fixture.log().append(LINE, Forgery.of(honest, smuggled, pushed, blobAt(pushed)));

    assertThat(resolve().orElseThrow().release().reference()).isEqualTo(promotions.candidate(1));
  }

  @Test
  void isJudgedByTheConfigurationOfItsTime() {
    CommitId before = fixture.tip();
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    promotions.settings().putAt(before, promotions.settings(1));
    promotions.settings().put(LINE, promotions.settings(3));

    assertThat(resolve()).isPresent();
  }

  @Test
  @DisplayName("Deployment log: losing it blocks propose, with exit 6")
  void isRefused_whenTheLogIsLost() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    promotions.git().point(DeploymentLog.BRANCH, Optional.empty());

    assertThatThrownBy(this::resolve)
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOG_MISSING));
  }

  @Test
  void isNone_whenOnlyThingsThatNobodyApprovedWereMerged() {
    promotions
        .git()
        .commit(
            GitFixture.MAIN,
            Map.of(LINE.referencePath(), PromotionFixture.text(promotions.candidate(1))));

    assertThat(resolve()).isEmpty();
  }

  private Optional<Baseline> resolve() {
    return fixture.baselines().resolve(LINE);
  }

  private BlobId blobAt(CommitId commit) {
    return promotions.branch().references().at(commit, LINE)
            instanceof ReferenceReading.Present present
        ? present.blob()
        : new BlobId("");
  }
}
