package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of {@code sync} that brings targets to what is merged. */
class SyncDeployIT {
  @TempDir private Path folder;
  private CommandBench bench;

  @BeforeEach
  void makeBench() throws IOException {
    bench = CommandBench.withTarget(folder);
    bench.promote(1);
  }

  @AfterEach
  void stopTarget() {
    bench.close();
  }

  @Test
  @DisplayName("I1: a target that drifted is brought back; one that has not is left alone")
  void reconcilesATargetThatDrifted() {
    CommandRun first = bench.json("sync");
    CommandRun second = bench.json("sync");
    bench.close();
    CommandRun third = bench.json("sync");

    assertThat(outcome(first)).as(first::toString).isEqualTo("deployed");
    assertThat(outcome(second)).isEqualTo("up-to-date");
    assertThat(second.exitCode()).isZero();
    assertThat(outcome(third)).as(third::toString).isEqualTo("deployed");
    assertThat(bench.run("sync").out().strip()).isEqualTo("nothing to do");
  }

  @Test
  void leavesTargetsAlone_whereItIsToldTo() {
    CommandRun synced = bench.json("sync", "--no-deploy");

    assertThat(synced.exitCode()).as(synced::toString).isZero();
    assertThat(synced.data().has("deployment")).isFalse();
    assertThat(bench.apps()).isZero();
  }

  @Test
  void showsWhatStoppedADeployment_andItsExitCode() throws IOException {
    bench.run("sync");
    bench.scenario().configure(yaml -> yaml.replace("approvers: [bob]", "approvers: [carol]"));
    bench.propose(2);
    bench.run("approve", CommandBench.LINE, "--as", "carol");
    assertThat(bench.run("merge", CommandBench.LINE, "--as", "carol").exitCode()).isZero();
    bench.run("hold", CommandBench.LINE, "--reason", "wait", "--as", "carol");

    CommandRun held = bench.json("sync");

    assertThat(held.exitCode()).as(held::toString).isEqualTo(5);
    assertThat(held.data().at("/deployment/outcomes/0/code").asText()).isEqualTo("held");
    assertThat(held.data().path("exitCode").asInt()).isEqualTo(5);
  }

  private static String outcome(CommandRun synced) {
    return synced.data().at("/deployment/outcomes/0/outcome").asText();
  }
}
