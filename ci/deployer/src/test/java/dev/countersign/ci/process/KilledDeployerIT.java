package dev.countersign.ci.process;

import static dev.countersign.ci.process.ProcessFixture.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Releases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the deployer's process at each step and runs it again. */
@Timeout(300)
class KilledDeployerIT {
  @TempDir Path folder;
  private ProcessFixture fixture;

  @BeforeEach
  void choosePort() throws IOException {
    fixture = new ProcessFixture(folder.resolve("state"));
  }

  @AfterEach
  void stopProcesses() {
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("I5: killed at a step and run again, the release serves, and nothing else runs")
  void comesToTheSameEnd(ProcessStep step) throws Exception {
    fixture.target().apply(Releases.release(1));

    assertThat(deployAndDieAt(step)).isEqualTo(KilledDeployer.EXIT);
    assertThat(fixture.target().observe(Releases.LINE)).isInstanceOf(Observation.Serves.class);
    ApplyOutcome again = fixture.target().apply(Releases.release(2));

    assertThat(again)
        .isEqualTo(
            step == ProcessStep.SWITCHED
                ? new ApplyOutcome.AlreadyServing(Releases.digest(2))
                : new ApplyOutcome.Serving(Releases.digest(2)));
    patiently().until(() -> fixture.state().apps().size() == 1);
    assertThat(fixture.front().children()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FRONT_RUNNING", "APP_STARTED"})
  @DisplayName("I5: the first deployer ever is killed, the front that it started is used")
  void usesTheFrontOfADeployerThatDied(ProcessStep step) throws Exception {
    assertThat(deployAndDieAt(step)).isEqualTo(KilledDeployer.EXIT);
    ProcessHandle front = fixture.front();

    fixture.target().apply(Releases.release(2));

    assertThat(fixture.front()).isEqualTo(front);
    assertThat(front.children()).hasSize(1);
  }

  private int deployAndDieAt(ProcessStep step) throws IOException, InterruptedException {
    List<String> command =
        ProcessFixture.JAVA.small(
            KilledDeployer.class,
            List.of(step.name(), "2", Integer.toString(fixture.port), fixture.folder.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
