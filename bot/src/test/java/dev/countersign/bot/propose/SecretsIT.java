package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I13, fault row 34: no secret reaches an output, a merge request or a reference")
class SecretsIT {
  private static final String CANARY = "glpat-canary";
  private static final String WITH_LOGIN = "https://user:" + CANARY + "@host/team/models.git";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
    scenario.in(
        Map.of(
            "GITLAB_TOKEN", CANARY,
            "CI_JOB_TOKEN", CANARY,
            "GITHUB_TOKEN", CANARY,
            "CI_REPOSITORY_URL", WITH_LOGIN));
  }

  @Test
  void recordsNoLogin_ofTheCodesRepository() throws IOException {
    scenario.run("m", 1, 5, Scenario.NOON);
    Path files = folder.resolve("files-m-1");
    Path bundle = folder.resolve("bundle");
    String[] command = {
      "bundle",
      "--model",
      "m",
      "--task",
      "regression",
      "--dataset",
      "test-rows",
      "--artifact",
      files.resolve("model").toString(),
      "--predictions",
      files.resolve("predictions.csv").toString(),
      "--metrics",
      files.resolve("metrics.json").toString(),
      "--code-repository",
      WITH_LOGIN,
      "--to",
      bundle.toString()
    };
    assertThat(scenario.run(command).exitCode()).as(scenario.output()).isZero();
    assertThat(scenario.run("propose", bundle.toString()).exitCode()).isZero();

    assertThat(Files.readString(bundle.resolve("run-report.json"))).doesNotContain(CANARY);
    assertThat(scenario.fileAt("countersign/m/production", reference()))
        .doesNotContain(CANARY)
        .contains("https://host/team/models.git");
    assertNoCanary();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "history m/production", "validate countersign.yaml"})
  void repeatsNoToken_whateverIsAsked(String command) throws IOException {
    scenario.run(command.split(" "));

    assertThat(scenario.output()).doesNotContain(CANARY);
    assertNoCanary();
  }

  @Test
  void repeatsNoToken_whenTheCommandIsUsedWrongly() throws IOException {
    scenario.run("propose", "--no-such-option", folder.resolve("missing").toString());
    assertThat(scenario.output()).doesNotContain(CANARY);

    scenario.run("propose", folder.resolve("missing").toString());
    assertThat(scenario.output()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WITH_LOGIN,
        "https://user:" + CANARY + "@my_host/models.git",
        "https://user:" + CANARY + "@ho st/models.git",
        "user:" + CANARY + "@host:team/models.git"
      })
  @DisplayName("I13: an error about a repository repeats no login of its address")
  void repeatsNoLogin_ofTheRepository(String repository) {
    CommandRun run = CommandRun.of("status", "--repository", repository);

    assertThat(run.exitCode()).as(run::toString).isEqualTo(2);
    assertThat(run.err()).contains("error usage").doesNotContain(CANARY);
    assertThat(run.out()).doesNotContain(CANARY);
  }

  private static String reference() {
    return "model-refs/m/production/model-reference.json";
  }

  /** Neither in what was printed nor in any file that was written; Git's are read by their refs. */
  private void assertNoCanary() throws IOException {
    assertThat(scenario.output()).doesNotContain(CANARY);
    byte[] canary = CANARY.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> written = Files.walk(folder)) {
      assertThat(written.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(holds(Files.readAllBytes(file), canary)).isFalse());
    }
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
