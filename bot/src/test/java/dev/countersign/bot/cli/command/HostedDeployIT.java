package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.MergeMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deploying what people merged on GitLab and GitHub, and refusing what they forged there. */
class HostedDeployIT {
  @TempDir private Path folder;
  private CommandBench bench;

  @BeforeEach
  void prepare() throws IOException {
    bench = CommandBench.withTarget(folder);
    Files.writeString(
        bench.scenario().repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  @AfterEach
  void stopTarget() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: approvals: 0 deploys what nobody approved; verify, log and history say so")
  void recordsThatNobodyHadToApprove(HostedForge.Kind kind) throws IOException {
    bench
        .scenario()
        .configure(
            yaml ->
                yaml.replace("approvers: [bob]", "approvals: 0")
                    .replaceAll("(?m)^.*kind: superior.*\n", ""));
    try (HostedForge forge = HostedForge.start(kind, bench.scenario())) {
      long number = forge.propose("m", 1);
      assertThat(forge.body(number)).contains("No approval is required here.");
      String merged = forge.merge(number, "bob", MergeMethod.MERGE);

      CommandRun verified = forge.verify(merged);
      CommandRun deployed = forge.json("deploy", "--commit", merged);
      CommandRun history = forge.people("history", "m/production");

      assertThat(verified.exitCode()).as(verified::toString).isZero();
      assertThat(HostedForge.detail(verified, "approved"))
          .isEqualTo("0 of 0 required approvals: nobody counted");
      assertThat(deployed.exitCode()).as(deployed::toString).isZero();
      assertThat(deployed.data().at("/outcomes/0/approvedBy")).isEmpty();
      assertThat(bench.scenario().fileAt("countersign/deployments", "m/production.jsonl"))
          .contains("\"approvals\":[]", "\"required\":0");
      assertThat(history.out()).contains("nobody had to approve");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: a reference forged under the bot's e-mail, approved and merged: never deploys")
  void refusesAForgedReference_unsigned(HostedForge.Kind kind) throws IOException {
    refusesForged(kind, new Forger(bench.scenario())::unsigned);
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: a reference forged under the bot's e-mail with another key: never deploys")
  void refusesAForgedReference_signedByAnotherKey(HostedForge.Kind kind) throws IOException {
    refusesForged(kind, new Forger(bench.scenario())::signedByAnotherKey);
  }

  private void refusesForged(HostedForge.Kind kind, Runnable forgery) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, bench.scenario())) {
      long number = forge.propose("m", 1);
      forgery.run();
      forge.approve(number, "bob");
      String merged = forge.merge(number, "bob", MergeMethod.MERGE);

      CommandRun verified = forge.verify(merged);
      CommandRun deployed = forge.json("deploy", "--commit", merged);

      assertThat(verified.exitCode()).as(verified::toString).isEqualTo(3);
      assertThat(HostedForge.detail(verified, "signed")).contains("not signed by a key of the bot");
      assertThat(HostedForge.detail(verified, "reference")).contains("version 9.9.9");
      assertThat(deployed.exitCode()).as(deployed::toString).isEqualTo(3);
      assertThat(deployed.data().at("/outcomes/0/code").asText()).isEqualTo("signature-refused");
      assertThat(bench.apps()).isZero();
    }
  }
}
