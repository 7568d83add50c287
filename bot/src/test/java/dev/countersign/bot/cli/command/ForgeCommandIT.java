package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on GitLab and GitHub, over HTTP: what is proposed there is verified there. */
class ForgeCommandIT {
  @TempDir private Path folder;
  private Scenario scenario;
  private String run;

  @BeforeEach
  void prepare() throws IOException {
    scenario = new Scenario(folder, "m");
    run = scenario.run("m", 1, 5, Scenario.NOON).toString();
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  @Test
  @DisplayName("I2, I7: what bob approved and merged on GitLab verifies; before, it does not")
  void proposesOnGitLab_andVerifiesWhatAPersonApprovedThere() {
    try (FakeGitLab gitLab = FakeGitLab.start(scenario.repository())) {
      List<String> forge =
          List.of(
              "--forge", "gitlab",
              "--forge-url", gitLab.baseUrl().toString(),
              "--project", gitLab.projectPath());

      CommandRun proposed = run(forge, gitLab.botToken(), "propose", run);

      assertThat(proposed.exitCode()).as(proposed::toString).isZero();
      long number = proposed.data().at("/proposals/0/mergeRequest/number").asLong();
      assertThat(run(forge, gitLab.botToken(), "propose", run).exitCode()).isZero();
      assertThat(gitLab.forge().mergeRequests().all()).hasSize(1);
      gitLab.approve(number, "bob");
      String merged = gitLab.merge(number, "bob", MergeMethod.MERGE);
      CommandRun verified = run(forge, gitLab.botToken(), "verify", "--commit", merged);
      assertThat(verified.exitCode()).as(verified::toString).isZero();
      assertThat(verified.toString()).doesNotContain(gitLab.botToken());
    }
  }

  @Test
  @DisplayName("I2, I7: what bob approved and merged on GitHub verifies, squashed as well")
  void proposesOnGitHub_andVerifiesWhatAPersonApprovedThere() {
    try (FakeGitHub gitHub = FakeGitHub.start(scenario.repository())) {
      List<String> forge =
          List.of(
              "--forge", "github",
              "--forge-url", gitHub.apiUrl().toString(),
              "--project", gitHub.fullName(),
              "--repository", gitHub.gitUrl().toString());

      CommandRun proposed = run(forge, gitHub.botToken(), "propose", run);

      assertThat(proposed.exitCode()).as(proposed::toString).isZero();
      long number = proposed.data().at("/proposals/0/mergeRequest/number").asLong();
      gitHub.approve(number, "bob");
      String merged = gitHub.merge(number, "bob", MergeMethod.SQUASH);
      CommandRun verified = run(forge, gitHub.botToken(), "verify", "--commit", merged);
      assertThat(verified.exitCode()).as(verified::toString).isZero();
      assertThat(verified.toString()).doesNotContain(gitHub.botToken());
    }
  }

  @Test
  @DisplayName("I7: merged without an approval, it does not verify")
  void refusesWhatNobodyApproved() {
    try (FakeGitLab gitLab = FakeGitLab.start(scenario.repository())) {
      List<String> forge =
          List.of(
              "--forge", "gitlab",
              "--forge-url", gitLab.baseUrl().toString(),
              "--project", gitLab.projectPath());
      run(forge, gitLab.botToken(), "propose", run);

      String merged = gitLab.merge(1, "bob", MergeMethod.MERGE);

      assertThat(run(forge, gitLab.botToken(), "verify", "--commit", merged).exitCode())
          .isEqualTo(5);
    }
  }

  @Test
  void saysThatATokenIsRefused_andPrintsItNowhere() {
    try (FakeGitLab gitLab = FakeGitLab.start(scenario.repository())) {
      CommandRun refused =
          run(
              List.of(
                  "--forge", "gitlab",
                  "--forge-url", gitLab.baseUrl().toString(),
                  "--project", gitLab.projectPath()),
              "glpat-canary",
              "propose",
              run);

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(4);
      assertThat(refused.toString()).doesNotContain("glpat-canary");
    }
  }

  private CommandRun run(List<String> forge, String token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(forge);
    all.addAll(List.of("--signing-key", scenario.key().toString(), "--output", "json"));
    return CommandRun.of(Map.of("COUNTERSIGN_TOKEN", token), all.toArray(String[]::new));
  }
}
