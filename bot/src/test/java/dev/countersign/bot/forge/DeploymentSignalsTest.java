package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.ci.deploy.LineTarget;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentSignalsTest {
  private static final CommitId COMMIT = new CommitId("ab".repeat(20));
  private static final CommitId MERGED = new CommitId("cd".repeat(20));
  private static final Digest DIGEST = new Digest("ef".repeat(32));
  private static final ModelEnvironment LINE = ModelEnvironment.of("prices", "production");
  private static final LineTarget PLACE = new LineTarget(LINE, "app");
  private static final ModelVersion VERSION = ModelVersion.parse("1.1.0");

  private final RecordingSignals forge = new RecordingSignals();
  private final DeploymentSignals signals = new DeploymentSignals(Optional.of(forge), "main");

  @Test
  void listsADeployment_atTheCommitThatBroughtIt() {
    signals.show(
        report(new DeployOutcome.Deployed(PLACE, MERGED, VERSION, DIGEST, DIGEST, List.of())));

    assertThat(forge.calls())
        .containsExactly(
            "deployed prices/production/app at "
                + MERGED.shortHex()
                + ": deployed version \"1.1.0\"");
  }

  @Test
  void listsAFailure_atTheCommitThatWasToBeDeployed() {
    signals.show(
        report(
            new DeployOutcome.Stopped(
                LINE, Optional.of("app"), ErrorCode.DEPLOYMENT_UNHEALTHY, "it died", List.of())));

    assertThat(forge.calls())
        .containsExactly("failed prices/production/app at " + COMMIT.shortHex() + ": it died");
  }

  @Test
  void listsNothing_whereNothingWasDone() {
    signals.show(
        report(
            new DeployOutcome.UpToDate(PLACE, VERSION),
            new DeployOutcome.Superseded(PLACE, 1, 2),
            new DeployOutcome.Stopped(
                LINE, Optional.empty(), ErrorCode.NOT_APPROVED, "nobody approved", List.of())));

    assertThat(forge.calls()).isEmpty();
  }

  @Test
  void aForgeThatIsAwayCostsTheEntry_notTheDeployment() {
    forge.failWith(ErrorCode.REMOTE_UNAVAILABLE);

    assertThat(
            signals.show(
                report(
                    new DeployOutcome.Deployed(PLACE, MERGED, VERSION, DIGEST, DIGEST, List.of()))))
        .containsExactly("the deployment is not listed on the forge: no");
  }

  private static DeployReport report(DeployOutcome... outcomes) {
    return new DeployReport(COMMIT, List.of(outcomes));
  }
}
