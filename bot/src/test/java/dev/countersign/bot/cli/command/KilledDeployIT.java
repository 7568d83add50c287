package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I5, fault row 64: {@code deploy} as a real process is killed before and after each step of a
 * process target and of the log; run again, one app serves, and the log tells of one deployment.
 */
@Timeout(300)
class KilledDeployIT {
  @TempDir private Path folder;
  private CommandBench bench;
  private String commit = "";

  @BeforeEach
  void mergeOne() throws IOException {
    bench = CommandBench.withTarget(folder);
    commit = bench.promote(1);
  }

  @AfterEach
  void stopTarget() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "told:m/production on app: deploying",
        "told:  front running",
        "told:  app started",
        "told:  app ready",
        "told:  switched",
        "told:m/production on app: recording",
        "there:repository.git/refs/heads/countersign/deployments",
        "printed"
      })
  @DisplayName("I5, fault row 64: killed and run again, deploy ends as if nothing had happened")
  void endsAsUndisturbed(String when) throws Exception {
    String place = when.replace("there:", "there:" + folder + "/");
    int killed = new KilledProcess(bench).run(place, "deploy", "--commit", commit);
    assertThat(killed).as("the process was killed at %s", when).isEqualTo(KilledCommand.EXIT);

    CommandRun again = bench.json("deploy", "--commit", commit);

    assertThat(again.exitCode()).as(again::toString).isZero();
    JsonNode target = bench.json("status").data().at("/lines/0/targets/0");
    assertThat(target.path("state").asText()).isEqualTo("live");
    assertThat(target.path("observedDigest")).isEqualTo(target.at("/deployed/artifactDigest"));
    JsonNode history = bench.json("history", CommandBench.LINE).data().path("entries");
    assertThat(history.findValuesAsText("outcome")).containsExactly("deployed");
    assertThat(history.at("/0/verified").asBoolean()).isTrue();
    assertThat(bench.apps()).as("apps that run").isEqualTo(1);
  }
}
