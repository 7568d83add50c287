package dev.countersign.ci.deploy;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentOutcome;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deploy that is killed and run again ends where an undisturbed one does (fault row 64, I5). */
class DeployKillIT {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{1} {0}")
  @CsvSource({"APPLY,before", "APPLY,after", "RECORD,before", "RECORD,after"})
  @DisplayName("I5, fault row 64: killed around a step and run again, the end state is the same")
  void endsAsUndisturbed_whenKilledAroundAStep(DeployStep step, String when) {
    try (DeployFixture fixture = new DeployFixture(folder)) {
      CommitId merged = second(fixture);

      assertThatThrownBy(() -> fixture.deploy(merged, new KillAt(step, when)))
          .isInstanceOf(Killed.class);

      assertEndsAsUndisturbed(fixture, merged);
    }
  }

  @Test
  @DisplayName("I5, fault row 64: killed after the switch, before the answer was read")
  void endsAsUndisturbed_whenKilledBetweenTheEffectAndItsAnswer() {
    try (DeployFixture fixture = new DeployFixture(folder)) {
      CommitId merged = second(fixture);
      fixture.replace("app", new KilledAfterApply(fixture.app()));

      assertThatThrownBy(() -> fixture.deploy(merged)).isInstanceOf(Killed.class);

      fixture.replace("app", fixture.app());
      assertEndsAsUndisturbed(fixture, merged);
    }
  }

  @Test
  @DisplayName("I5, fault row 64: two copies of the job deploy once and record once")
  void endsAsUndisturbed_whenTwoJobsRunAtOnce() {
    try (DeployFixture fixture = new DeployFixture(folder)) {
      CommitId merged = second(fixture);
      Deployer one = fixture.deployer();
      Deployer other = fixture.deployer();
      DeployPlan plan = one.plan(merged);
      DeployPlan same = other.plan(merged);

      one.execute(plan, DeployListener.SILENT);
      other.execute(same, DeployListener.SILENT);

      assertEndsAsUndisturbed(fixture, merged);
    }
  }

  private static CommitId second(DeployFixture fixture) {
    fixture.promotions().promote(fixture.promotions().candidate(1));
    fixture.reconcile();
    return fixture.promotions().promote(fixture.promotions().candidate(2));
  }

  private static void assertEndsAsUndisturbed(DeployFixture fixture, CommitId merged) {
    assertThat(fixture.deploy(merged).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(fixture.app().switches()).isEqualTo(2);
    assertThat(fixture.serving(LINE))
        .isEqualTo(fixture.promotions().candidate(2).artifact().digest());
    assertThat(fixture.deployments(LINE))
        .extracting(Deployment::outcome)
        .containsExactly(DeploymentOutcome.DEPLOYED, DeploymentOutcome.DEPLOYED);
    assertThat(fixture.log(LINE).unverifiable()).isEmpty();
  }

  /** What stands for the end of the process: nothing catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private record KillAt(DeployStep step, String when) implements DeployListener {
    @Override
    public void before(DeployStep reached, LineTarget place) {
      killIf(reached, "before");
    }

    @Override
    public void after(DeployStep reached, LineTarget place) {
      killIf(reached, "after");
    }

    private void killIf(DeployStep reached, String now) {
      if (reached == step && when.equals(now)) {
        throw new Killed();
      }
    }
  }

  private record KilledAfterApply(DeployTarget target) implements DeployTarget {
    @Override
    public ApplyOutcome apply(Release release) {
      target.apply(release);
      throw new Killed();
    }

    @Override
    public Observation observe(ModelEnvironment line) {
      return target.observe(line);
    }

    @Override
    public void remove(ModelEnvironment line) {
      target.remove(line);
    }
  }
}
