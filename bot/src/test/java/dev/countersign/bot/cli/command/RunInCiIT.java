package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} in a job of GitLab's, where only the CI's variables say which project it is. */
class RunInCiIT {
  private static final String PIPELINE =
      """
      version: 1
      name: look
      model: m
      task: regression
      environment: {pass: [PATH]}
      steps:
        look:
          argv: [cp, -r, "${inputs.%s}", "${outputs.seen}"]
          inputs: {live: "run:baselines", itself: "file:pipeline.yaml"}
          outputs: {seen: seen}
      bundle: {report: look.seen, artifact: look.seen, predictions: look.seen}
      """;

  @TempDir private Path folder;
  private final Map<String, String> job = new HashMap<>();
  private CommandBench bench;
  private FakeGitLab gitLab;

  @BeforeEach
  void startJob() throws IOException {
    bench = CommandBench.withTarget(folder);
    Path repository = bench.scenario().repository();
    Files.writeString(
        repository.resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
    gitLab = FakeGitLab.start(repository);
    job.put("PATH", System.getenv("PATH"));
    job.put("GITLAB_CI", "true");
    job.put("CI_SERVER_URL", gitLab.baseUrl().toString());
    job.put("CI_PROJECT_PATH", gitLab.projectPath());
    job.put("COUNTERSIGN_TOKEN", gitLab.botToken());
  }

  @AfterEach
  void stop() {
    bench.close();
    gitLab.close();
  }

  @Test
  void fetchesWhatServesNow_fromTheJobsOwnProject() throws IOException {
    String live = deployAModel();

    CommandRun run = run("live");

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.data().has("warnings")).isFalse();
    assertThat(folder.resolve("work/runs/one/steps/look/seen/" + live + "/weights.txt"))
        .hasContent("weights m 1");
  }

  @Test
  void goesOnWithoutIt_andSaysSo_whereTheJobMayNotReadTheProject() throws IOException {
    job.put("COUNTERSIGN_TOKEN", "glpat-canary");

    CommandRun run = run("itself");

    assertThat(run.exitCode()).as(run::toString).isZero();
    String warning = run.data().at("/warnings/0").asText();
    assertThat(warning)
        .startsWith("no live model was fetched, so the candidate will not be compared: ")
        .contains("(access-denied)", "--baselines DIR")
        .doesNotContain("glpat-canary");
    assertThat(run.err()).contains("warning: " + warning);
  }

  @Test
  void saysSo_whereTheJobHasNoToken() throws IOException {
    job.remove("COUNTERSIGN_TOKEN");

    CommandRun run = run("itself");

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.data().at("/warnings/0").asText())
        .contains("(access-denied)", "COUNTERSIGN_TOKEN");
  }

  @Test
  void fails_whereARepositoryIsNamedThatItMayNotRead() throws IOException {
    job.put("COUNTERSIGN_TOKEN", "glpat-canary");

    CommandRun run =
        run(
            "itself",
            "--repository",
            gitLab.baseUrl().resolve(gitLab.projectPath() + ".git").toString());

    assertThat(run.exitCode()).as(run::toString).isEqualTo(4);
    assertThat(folder.resolve("work/runs/one")).doesNotExist();
  }

  private String deployAModel() throws IOException {
    Path bundle = bench.scenario().run("m", 1, 5, Scenario.NOON);
    CommandRun proposed = inJob("propose", bundle.toString());
    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
    gitLab.approve(1, "bob");
    String merged = gitLab.merge(1, "bob", MergeMethod.MERGE);
    CommandRun deployed = inJob("deploy", "--commit", merged);
    assertThat(deployed.exitCode()).as(deployed::toString).isZero();
    String digest = deployed.data().at("/outcomes/0/declaredDigest").asText();
    return digest.substring("sha256:".length());
  }

  private CommandRun run(String copied, String... options) throws IOException {
    Path pipeline = Files.writeString(folder.resolve("pipeline.yaml"), PIPELINE.formatted(copied));
    List<String> all =
        new ArrayList<>(List.of("run", pipeline.toString(), "--run-id", "one", "--step", "look"));
    all.addAll(List.of("--work", folder.resolve("work").toString()));
    all.addAll(List.of(options));
    return inJob(all.toArray(String[]::new));
  }

  private CommandRun inJob(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--signing-key", bench.scenario().key().toString(), "--output", "json"));
    return CommandRun.of(job, all.toArray(String[]::new));
  }
}
