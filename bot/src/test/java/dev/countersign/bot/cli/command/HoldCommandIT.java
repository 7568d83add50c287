package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code hold} and {@code release}. Nothing is ever deployed here, so nothing has to be stopped.
 */
class HoldCommandIT {
  @TempDir private Path folder;
  private CommandBench bench;
  private String commit = "";

  @BeforeEach
  void mergeOne() throws IOException {
    bench = CommandBench.withTarget(folder);
    commit = bench.promote(1);
  }

  @Test
  void anybodyHolds_onlyAnApproverReleases() {
    JsonNode held =
        bench.json("hold", CommandBench.LINE, "--reason", "audit", "--as", "mallory").data();
    assertThat(held.path("sequence").asLong()).isEqualTo(1);
    CommandRun deploy = bench.json("deploy", "--commit", commit);
    assertThat(deploy.exitCode()).isEqualTo(5);
    assertThat(deploy.data().at("/outcomes/0/code").asText()).isEqualTo("held");
    assertThat(bench.run("deploy", "--commit", commit).out())
        .contains("what helps: countersign release MODEL/ENV lifts the hold");
    assertThat(bench.json("status").data().at("/lines/0/hold/by").asText()).isEqualTo("mallory");

    CommandRun refused = bench.run("release", CommandBench.LINE, "--as", "mallory");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("\"mallory\" is not an approver of \"m/production\"", "bob");

    CommandRun released = bench.json("release", CommandBench.LINE, "--as", "bob");
    assertThat(released.data().path("released").asBoolean()).isTrue();
    assertThat(planned()).isEqualTo("apply");
  }

  @Test
  void releasesNothing_whereNothingIsHeld() {
    CommandRun released = bench.json("release", CommandBench.LINE, "--as", "bob");

    assertThat(released.exitCode()).isZero();
    assertThat(released.data().path("released").asBoolean()).isFalse();
  }

  @Test
  void wantsToKnowWhoHolds_andWhy() {
    assertThat(bench.run("hold", CommandBench.LINE, "--reason", "x").err())
        .contains("who are you? Give --as LOGIN or COUNTERSIGN_ACTOR");
    assertThat(bench.run("hold", CommandBench.LINE, "--as", "bob").err())
        .contains("Missing required option: '--reason=TEXT'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hold", "release", "rollback"})
  void namesTheNearestLine_whenThereIsNoSuchLine(String command) {
    CommandRun run =
        command.equals("rollback")
            ? bench.json(command, "m/prodution", "--to", "1.0.0", "--reason", "x")
            : bench.json(command, "m/prodution", "--reason", "x", "--as", "bob");

    assertThat(run.exitCode()).as(run::toString).isEqualTo(2);
    assertThat(run.data().at("/error/message").asText())
        .contains("\"m/prodution\"", "did you mean \"m/production\"?");
  }

  private String planned() {
    return bench
        .json("deploy", "--commit", commit, "--dry-run")
        .data()
        .at("/steps/0/action")
        .asText();
  }
}
