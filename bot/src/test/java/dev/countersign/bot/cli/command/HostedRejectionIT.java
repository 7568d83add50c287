package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts as a person's rejection on GitLab and GitHub: closing, and deleting the branch. */
class HostedRejectionIT {
  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void prepare() throws IOException {
    scenario = new Scenario(folder, "m");
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I6: a person who deletes the branch of an open merge request rejects the artifact")
  void remembersAsRejected_whatAPersonDeleted(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      forge.memory().deleteBranch("carol", Forger.BRANCH);

      CommandRun rejected = forge.proposeAgain("m", 1);
      CommandRun again = forge.proposeAgain("m", 1, "--again");

      assertThat(rejected.exitCode()).as(rejected::toString).isZero();
      assertThat(rejected.data().at("/proposals/0/outcome").asText()).isEqualTo("rejected");
      assertThat(again.exitCode()).as(again::toString).isZero();
      assertThat(again.data().at("/proposals/0/mergeRequest/number").asLong())
          .isGreaterThan(number);
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I6: the bot that deletes its own branch rejects nothing")
  void remembersNothing_whenTheBotDeletedIt(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      forge.propose("m", 1);
      forge.memory().deleteBranch(forge.bot(), Forger.BRANCH);

      assertThat(forge.proposeAgain("m", 1).data().at("/proposals/0/outcome").asText())
          .isEqualTo("proposed");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I6: cleaning the branch up after the merge rejects nothing, whoever does it")
  void remembersNothing_whenTheBranchWasMergedBefore(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      forge.approve(number, "bob");
      forge.merge(number, "bob", MergeMethod.SQUASH);
      forge.memory().deleteBranch("carol", Forger.BRANCH);

      CommandRun same = forge.proposeAgain("m", 1);

      assertThat(same.data().at("/proposals/0/outcome").asText()).isEqualTo("unchanged");
      assertThat(forge.propose("m", 2)).isGreaterThan(number);
    }
  }
}
