package dev.countersign.bot.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.command.Main;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a Python training script in GitLab CI to its first merge request: the training's own
 * commands, then literally the commands of the CI file that {@code init} writes, each as a process
 * in the job's folder.
 */
class FirstMergeRequestIT {
  private static final Path SAMPLE = Path.of("../pipeline-runner/samples/fraud/src");
  private static final ModelEnvironment LINE = ModelEnvironment.parse("payment-fraud/production");

  /** What the training job of the project ran before Countersign came. */
  private static final List<String> TRAINING =
      List.of(
          "python3 -B src/generate.py --rows 3000 --seed 1 --data payments.csv",
          "python3 -B src/train.py --data payments.csv --rounds 20 --rate 2.0 --model out/model"
              + " --training-rows out/training-rows.txt",
          "python3 -B src/predict.py --data payments.csv --model out/model"
              + " --predictions out/predictions.csv --report out/metrics.json");

  @TempDir Path temp;

  @BeforeAll
  static void needsPython() {
    assumeTrue(hasPython(), "SKIPPED: python3 is not installed");
  }

  @Test
  @DisplayName("I7: the first merge request is there, and names who launched the pipeline")
  void comesFromTheTrainingScript_byTheGeneratedCommandsAlone() throws Exception {
    Path project = project();
    init(project);
    Path repository = push(project.resolve("countersign.yaml"));
    for (String command : TRAINING) {
      assertThat(run(project, Map.of(), List.of(command.split(" ")))).as(command).isZero();
    }

    for (String command : commands(project, "propose")) {
      assertThat(run(project, job(repository), countersign(command))).as(command).isZero();
    }

    ModelReference proposed = proposed(repository);
    assertThat(proposed.version()).hasToString("1.0.0");
    assertThat(proposed.provenance().run().launchedBy())
        .contains(new Launcher("gitlab", Optional.of(42L), "alice", false));
    assertThat(proposed.provenance().code().commit()).contains("c0ffee");
  }

  private Path project() throws IOException {
    Path project = Files.createDirectories(temp.resolve("project"));
    Files.createDirectories(project.resolve("src"));
    Files.createDirectories(project.resolve("out"));
    try (Stream<Path> sources = Files.list(SAMPLE)) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Files.copy(source, project.resolve("src").resolve(source.getFileName()));
      }
    }
    return project;
  }

  private void init(Path project) throws IOException {
    Path store = Files.createDirectories(temp.resolve("store"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "init --ci gitlab --model payment-fraud --task binary --approvers bob".split(" ")));
    arguments.addAll(List.of("--dir", project.toString(), "--key", key().toString()));
    arguments.addAll(List.of("--store", "file://" + store + "/"));
    CommandRun done = CommandRun.of(Map.of(), arguments);
    assertThat(done.exitCode()).as(done.err()).isZero();
  }

  /** The configuration on the protected branch of a repository, as a person pushes it. */
  private Path push(Path configuration) throws IOException {
    Path repository = temp.resolve("repository.git");
    JGitRepositories.createBare(repository, "main");
    try (GitRepository git =
        JGitRepositories.open(RemoteLocation.of(repository), Optional.empty())) {
      CommitId commit =
          git.commit(
              new CommitDraft(
                  List.of(),
                  Map.of("countersign.yaml", Optional.of(Files.readAllBytes(configuration))),
                  "Set Countersign up\n",
                  new Person("alice", "alice@example.invalid", Instant.EPOCH)));
      git.push(List.of(new RefUpdate("refs/heads/main", Optional.empty(), Optional.of(commit))));
    }
    return repository;
  }

  private static List<String> commands(Path project, String job) throws IOException {
    JsonNode ci =
        StrictYaml.read(
            Files.readAllBytes(project.resolve("ci/countersign.gitlab-ci.yml")), "the CI file");
    List<String> commands = new ArrayList<>();
    ci.at("/" + job + "/script").forEach(line -> commands.add(line.asText()));
    assertThat(commands).isNotEmpty();
    return commands;
  }

  /** The command as the job's shell hands it on: words, with the CI's variables filled in. */
  private static List<String> countersign(String command) {
    List<String> words = List.of(command.replace("$CI_PIPELINE_ID", "1001").split(" "));
    assertThat(words.get(0)).isEqualTo("countersign");
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    argv.addAll(words.subList(1, words.size()));
    return argv;
  }

  private Map<String, String> job(Path repository) {
    return Map.of(
        "GITLAB_CI", "true",
        "GITLAB_USER_LOGIN", "alice",
        "GITLAB_USER_ID", "42",
        "CI_PIPELINE_ID", "1001",
        "CI_COMMIT_SHA", "c0ffee",
        "COUNTERSIGN_REPOSITORY", repository.toString(),
        "COUNTERSIGN_SIGNING_KEY", key().toString());
  }

  private static ModelReference proposed(Path repository) {
    try (GitRepository git =
        JGitRepositories.open(RemoteLocation.of(repository), Optional.empty())) {
      Map<String, CommitId> refs = new HashMap<>(git.fetch(List.of("refs/*")));
      assertThat(refs).containsKey("refs/countersign/mr/1");
      return new ReferenceHistory(git)
          .at(refs.get("refs/heads/" + LINE.branch()), LINE)
          .document()
          .orElseThrow()
          .reference();
    }
  }

  private Path key() {
    return temp.resolve("bot-key");
  }

  private static int run(Path folder, Map<String, String> environment, List<String> argv)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(argv).directory(folder.toFile()).inheritIO();
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private static boolean hasPython() {
    try {
      Process process = new ProcessBuilder("python3", "--version").start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
