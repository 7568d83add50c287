package dev.countersign.bot.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitIT {
  @TempDir Path temp;
  private Path project;
  private Path key;

  @BeforeEach
  void makeAProject() throws IOException {
    project = Files.createDirectories(temp.resolve("project"));
    Files.createDirectories(project.resolve(".git"));
    key = temp.resolve("bot-key");
  }

  @ParameterizedTest
  @CsvSource({"binary, auc", "multiclass, macro_f1", "regression, rmse"})
  void writesAConfigurationThatIsValid(String task, String metric) throws IOException {
    CommandRun run = init("--ci", "none", "--task", task);

    assertThat(run.exitCode()).as(run.err()).isZero();
    Path yaml = project.resolve("countersign.yaml");
    BotConfig config = ConfigReader.read(Files.readAllBytes(yaml), "countersign.yaml");
    assertThat(config.botKeys().get(0).publicKey()).isEqualTo(SigningKeys.read(key).publicKey());
    var environment = config.models().get(0).environments().get(0);
    assertThat(environment.approvers()).containsExactly("bob", "carol");
    assertThat(environment.gates().get(0).metric()).isEqualTo(metric);
    assertThat(Files.readString(yaml))
        .startsWith(
            "# yaml-language-server: $schema=https://countersign.dev/schemas/countersign-1.json\n");
    assertThat(command("validate", yaml.toString()).exitCode()).isZero();
    assertThat(files()).containsExactly("countersign.yaml");
  }

  @Test
  @DisplayName("I13: the private key is for its owner only, and printed nowhere")
  void keepsThePrivateKeyToItsOwner() throws IOException {
    CommandRun run = init("--ci", "gitlab");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String secret = Files.readString(key).lines().skip(2).findFirst().orElseThrow();
    assertThat(run.out() + run.err()).doesNotContain(secret, "PRIVATE KEY");
    assertThat(Files.readString(project.resolve("countersign.yaml"))).doesNotContain(secret);
  }

  @Test
  @DisplayName("I5: again, it finds everything as it should be and changes nothing")
  void changesNothing_whenRunAgain() throws IOException {
    init("--ci", "gitlab");
    String before = content("countersign.yaml") + content("ci/countersign.gitlab-ci.yml");

    CommandRun again = init("--ci", "gitlab");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out())
        .contains("countersign.yaml: is there already", "next: ", "countersign doctor");
    assertThat(content("countersign.yaml") + content("ci/countersign.gitlab-ci.yml"))
        .isEqualTo(before);
  }

  @Test
  void overwritesNothing_butShowsWhatToAdd() throws IOException {
    Files.writeString(project.resolve("countersign.yaml"), "version: 1\nstores: {}\nmodels: {}\n");

    CommandRun run = init("--ci", "gitlab");

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(content("countersign.yaml")).isEqualTo("version: 1\nstores: {}\nmodels: {}\n");
    assertThat(run.err())
        .contains("--- a/countersign.yaml", "-models: {}", "+        approvers: ['bob', 'carol']");
    assertThat(run.out()).contains("countersign.yaml: exists and is left alone");
    assertThat(files()).contains("ci/countersign.gitlab-ci.yml");
  }

  @Test
  void writesNothing_inADryRun() throws IOException {
    CommandRun run = init("--ci", "gitlab", "--dry-run");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("--- /dev/null", "+++ b/countersign.yaml", "+++ b/ci/countersign.gitlab-ci.yml");
    assertThat(files()).isEmpty();
    assertThat(key).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot-key", "./bot-key", "sub/../bot-key", "link/bot-key"})
  void refusesAKeyInTheRepository(String place) throws IOException {
    Files.createDirectories(project.resolve("sub"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), project);
    key = place.startsWith("link/") ? link.resolve("bot-key") : project.resolve(place);

    CommandRun run = init("--ci", "none");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("lies in the repository", "name a file outside of");
    assertThat(project.resolve("bot-key")).doesNotExist();
    assertThat(files()).isEmpty();
  }

  @Test
  void refusesAKeyInTheRepository_alsoFromAFolderBelowItsRoot() throws IOException {
    key = project.resolve("bot-key");
    project = Files.createDirectories(project.resolve("model"));

    assertThat(init("--ci", "none").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI, ci/countersign.gitlab-ci.yml",
    "GITHUB_ACTIONS, .github/workflows/countersign-propose.yml"
  })
  void takesTheCiItRunsIn(String variable, String file) throws IOException {
    CommandRun.of(Map.of(variable, "true"), arguments());

    assertThat(files()).contains(file);
  }

  @Test
  void takesTheForgeOfTheCommandLine_butTheCiWhereItIsNamed() throws IOException {
    init("--forge", "gitlab");
    assertThat(files()).contains("ci/countersign.gitlab-ci.yml");

    init("--forge", "gitlab", "--ci", "github");
    assertThat(files()).contains(".github/workflows/countersign-deploy.yml");
  }

  @Test
  void guessesNoCiFromAHostName() throws IOException {
    CommandRun.of(Map.of("CI_SERVER_URL", "https://gitlab.com", "HOSTNAME", "github"), arguments());

    assertThat(files()).containsExactly("countersign.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "out; rm -rf /",
        "$(id)",
        "a b",
        "`id`",
        "-x",
        "x\ny",
        "'",
        "\"",
        "a|b",
        "=x",
        "é",
        "$HOME"
      })
  @DisplayName("I9, fault row 30: no text that a shell could take apart gets into a CI file")
  void refusesWhatAShellCouldTakeApart(String text) throws IOException {
    for (String option : List.of("--files=", "--train-job=", "--references-in=")) {
      CommandRun run = init("--ci", "gitlab", option + text);

      assertThat(run.exitCode()).as(option).isEqualTo(2);
      assertThat(run.err()).contains("cannot stand in a CI file");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void quotesWhatCouldBeTakenForYaml() throws IOException {
    List<String> hostile = new ArrayList<>(arguments());
    hostile.set(hostile.indexOf("bob,carol"), "null,yes");

    CommandRun run = CommandRun.of(Map.of(), hostile);

    assertThat(run.exitCode()).as(run.err()).isZero();
    BotConfig config =
        ConfigReader.read(
            Files.readAllBytes(project.resolve("countersign.yaml")), "countersign.yaml");
    assertThat(config.models().get(0).environments().get(0).approvers())
        .containsExactly("null", "yes");
  }

  @Test
  void needsAtMostTenLinesOfGitLabCi_untilTheFirstMergeRequest() throws IOException {
    CommandRun run = init("--ci", "gitlab", "--output", "json");

    String ci = content("ci/countersign.gitlab-ci.yml");
    long proposing =
        ci.lines().filter(line -> !line.startsWith("#")).takeWhile(line -> !line.isEmpty()).count();
    assertThat(proposing + run.json().path("linesToAdd").size()).isLessThanOrEqualTo(10);
    JsonNode jobs = StrictYaml.read(ci.getBytes(StandardCharsets.UTF_8), "the CI file");
    assertThat(jobs.fieldNames())
        .toIterable()
        .containsExactly("propose", "sync", "deploy", "reconcile");
    assertThat(jobs.at("/sync/script/0").asText()).isEqualTo("countersign sync --no-deploy");
    assertThat(jobs.at("/sync/rules/0/if").asText()).contains("\"schedule\"");
    assertThat(jobs.at("/propose/id_tokens/COUNTERSIGN_ID_TOKEN/aud").asText())
        .isEqualTo("countersign");
    assertThat(jobs.at("/deploy/resource_group").asText()).isEqualTo("countersign");
    assertThat(jobs.at("/propose/rules/0/when").asText()).isEqualTo("never");
  }

  @Test
  void givesEachGitHubJobTheRightsItNeeds_andNothingToAShell() throws IOException {
    init("--ci", "github", "--branch", "trunk");

    JsonNode proposing = workflow("countersign-propose.yml");
    assertThat(proposing.path("permissions")).isEmpty();
    assertThat(proposing.path("on").asText()).isEqualTo("workflow_call");
    assertThat(proposing.at("/jobs/propose/permissions/id-token").asText()).isEqualTo("write");
    JsonNode deploying = workflow("countersign-deploy.yml");
    assertThat(deploying.path("permissions")).isEmpty();
    assertThat(deploying.at("/on/push/branches/0").asText()).isEqualTo("trunk");
    assertThat(deploying.at("/jobs/sync/if").asText()).contains("schedule");
    assertThat(deploying.at("/jobs/sync/env").has("COUNTERSIGN_SIGNING_KEY")).isTrue();
    assertThat(deploying.at("/jobs/sync/permissions").has("deployments")).isFalse();
    assertThat(deploying.at("/jobs/deploy/permissions").has("id-token")).isFalse();
    assertThat(deploying.at("/jobs/deploy/permissions/pull-requests").asText()).isEqualTo("read");
    assertThat(deploying.at("/jobs/deploy/env").has("COUNTERSIGN_SIGNING_KEY")).isFalse();
    List<String> commands = new ArrayList<>(proposing.findValuesAsText("run"));
    commands.addAll(deploying.findValuesAsText("run"));
    assertThat(commands).hasSize(5).noneMatch(command -> command.contains("${{"));
    String text =
        content(".github/workflows/countersign-propose.yml")
            + content(".github/workflows/countersign-deploy.yml");
    assertThat(text).doesNotContain("pull_request_target");
  }

  @Test
  @DisplayName(
      "GitHub starts no caller that grants less than any job of the called workflow asks for")
  void letsTheCallingJobGrantWhatTheCalledOnesAskFor() throws IOException {
    String lines =
        init("--ci", "github")
            .out()
            .lines()
            .dropWhile(line -> !line.strip().equals("propose:"))
            .takeWhile(line -> line.startsWith("  "))
            .collect(Collectors.joining("\n"));
    JsonNode caller = StrictYaml.read(lines.getBytes(StandardCharsets.UTF_8), "the caller");
    JsonNode called = workflow("countersign-propose.yml").path("jobs");

    assertThat(caller.at("/propose/uses").asText())
        .isEqualTo("./.github/workflows/countersign-propose.yml");
    assertThat(called).isNotEmpty();
    for (JsonNode job : called) {
      assertThat(job.path("permissions")).isEqualTo(caller.at("/propose/permissions"));
    }
  }

  @Test
  void writesOnlyTheProposingJob_whereTheReferencesLiveInAnotherProject() throws IOException {
    CommandRun run =
        CommandRun.of(
            Map.of(),
            List.of(
                "init",
                "--dir",
                project.toString(),
                "--model",
                "fraud",
                "--task",
                "binary",
                "--ci",
                "gitlab",
                "--jobs",
                "propose",
                "--references-in",
                "team/model-refs"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(files()).containsExactly("ci/countersign.gitlab-ci.yml");
    JsonNode jobs =
        StrictYaml.read(
            content("ci/countersign.gitlab-ci.yml").getBytes(StandardCharsets.UTF_8),
            "the CI file");
    assertThat(jobs.fieldNames()).toIterable().containsExactly("propose", "sync");
    assertThat(jobs.at("/sync/script/0").asText())
        .isEqualTo("countersign sync --no-deploy --project team/model-refs");
    assertThat(jobs.at("/propose/script/1").asText())
        .isEqualTo("countersign propose runs/$CI_PIPELINE_ID --project team/model-refs");
  }

  @Test
  void writesNoProposingJob_whereTheReferencesLive() throws IOException {
    init("--ci", "github", "--jobs", "deploy");

    JsonNode workflow = workflow("countersign-deploy.yml");
    assertThat(workflow.path("jobs").fieldNames())
        .toIterable()
        .containsExactly("deploy", "reconcile");
    assertThat(files())
        .contains("countersign.yaml")
        .doesNotContain(".github/workflows/countersign-propose.yml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "init --model m --task binary --ci none | who may approve? Give --approvers",
        "init --model m --task binary --ci none --approvers bob | Give --key FILE",
        "init --model m --task binary --ci bitbucket --approvers bob | \"bitbucket\" is not a CI",
        "init --model M --task binary --ci none --approvers bob | \"M\"",
        "init --model m --task binary --dir /nowhere --approvers bob | \"/nowhere\" is no folder",
        "init --task binary | --model"
      })
  void saysWhatIsMissing_andAsksNothing(String line, String message) {
    CommandRun run = CommandRun.of(Map.of(), List.of(line.split(" ")));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  private JsonNode workflow(String name) throws IOException {
    return StrictYaml.read(
        content(".github/workflows/" + name).getBytes(StandardCharsets.UTF_8), name);
  }

  private CommandRun init(String... more) {
    List<String> all = new ArrayList<>(arguments());
    int task = List.of(more).indexOf("--task");
    if (task >= 0) {
      all.removeAll(List.of("--task", "binary"));
    }
    all.addAll(List.of(more));
    return CommandRun.of(Map.of(), all);
  }

  private List<String> arguments() {
    return List.of(
        "init",
        "--dir",
        project.toString(),
        "--key",
        key.toString(),
        "--model",
        "fraud",
        "--task",
        "binary",
        "--approvers",
        "bob,carol");
  }

  private static CommandRun command(String... arguments) {
    return CommandRun.of(Map.of(), List.of(arguments));
  }

  private String content(String file) throws IOException {
    return Files.readString(project.resolve(file));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> tree = Files.walk(project)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> project.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
