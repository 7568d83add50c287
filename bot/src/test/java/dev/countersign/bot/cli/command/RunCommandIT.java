package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run}: a pipeline of copies, since what a step computes is not the point here. */
class RunCommandIT {
  private static final String PIPELINE =
      """
      version: 1
      name: copies
      model: m
      task: regression
      parameters: {depth: 6, quick: false}
      environment: {pass: [PATH]}
      steps:
        train:
          argv: ["%s", "${inputs.weights}", "${outputs.model}"]
          inputs: {weights: "file:weights.txt"}
          outputs: {model: weights.txt}
        predict:
          argv: [cp, "${inputs.rows}", "${outputs.predictions}"]
          inputs: {rows: "file:predictions.csv", model: train.model}
          outputs: {predictions: predictions.csv}
        report:
          argv: [cp, "${inputs.facts}", "${outputs.report}"]
          inputs: {facts: "file:report.json", rows: predict.predictions}
          outputs: {report: report.json}
      bundle: {report: report.report, artifact: train.model, predictions: predict.predictions}
      """;
  private static final String REPORT =
      """
      {"artifact": {"format": "text"}, "dataset": {"name": "test-rows", "split": "fixed"}}
      """;

  @TempDir private Path folder;
  private CommandBench bench;
  private Path pipeline = Path.of("");

  @BeforeEach
  void layPipeline() throws IOException {
    bench = new CommandBench(folder);
    bench.scenario().run("m", 1, 5, Scenario.NOON);
    pipeline = lay("cp");
    Files.copy(folder.resolve("files-m-1/predictions.csv"), folder.resolve("predictions.csv"));
    Files.writeString(folder.resolve("weights.txt"), "weights");
    Files.writeString(folder.resolve("report.json"), REPORT);
  }

  @Test
  void leavesABundle_thatProposeTakes() {
    CommandRun run = run("--run-id", "one");

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.data().path("runId").asText()).isEqualTo("one");
    assertThat(run.data().at("/steps/train").asText()).isEqualTo("succeeded");
    assertThat(run.err()).contains("run one: train, predict, report", "  train ...");
    CommandRun proposed = bench.json("propose", run.data().path("bundle").asText());
    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
  }

  @Test
  @DisplayName("I4: finished steps come from the cache; without it the same comes out")
  void takesFinishedStepsFromTheCache() throws IOException {
    run("--run-id", "one");

    assertThat(run("--run-id", "two").data().at("/steps/train").asText()).isEqualTo("cached");
    assertThat(run("--run-id", "three", "--from", "train").data().at("/steps/train").asText())
        .isEqualTo("succeeded");
    assertThat(run("--run-id", "four", "--step", "train").data().has("bundle")).isFalse();
    FileTree.delete(folder.resolve("work"));
    assertThat(run("--run-id", "five").data().at("/steps/train").asText()).isEqualTo("succeeded");
    assertThat(digestOf("five")).isEqualTo(digestOf("two")).isEqualTo(digestOf("one"));
  }

  private String digestOf(String run) {
    return CommandRun.of("digest", folder.resolve("bundle-" + run + "/artifact").toString()).out();
  }

  @Test
  void namesTheProgramThatIsMissing_itsStep_itsPlace_andWhatHelps() throws IOException {
    lay("cpp-not-installed");

    CommandRun run = run("--run-id", "one");

    assertThat(run.exitCode()).as(run::toString).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "program \"cpp-not-installed\" of step \"train\" was not found on this machine",
            "$.steps.train.argv[0]: mend \"cpp-not-installed\", or install it",
            "PATH");
  }

  @Test
  void endsWithNine_whenAStepFails() throws IOException {
    lay("false");

    CommandRun run = run("--run-id", "one");

    assertThat(run.exitCode()).isEqualTo(9);
    assertThat(run.data().at("/error/message").asText())
        .contains("step \"train\" ended with exit code 1", "log");
    assertThat(run.data().at("/error/rerun").asText()).contains("cache");
  }

  @Test
  void refusesWhatItCannotUse() throws IOException {
    assertThat(run("--run-id", "one", "-p", "depth=deep").err())
        .contains("parameter \"depth\" is a number, \"deep\" is none");
    assertThat(run("--run-id", "one", "-p", "dept=3").err()).contains("dept", "depth");
    assertThat(run("--run-id", "one", "--step", "trian").err()).contains("trian");
    assertThat(run("--run-id", "one", "--step", "train", "--from", "train").err())
        .contains("give --step or --from, not both");
    Files.createDirectories(folder.resolve("bundle-one"));
    assertThat(run("--run-id", "one").exitCode()).isEqualTo(6);
    assertThat(bench.run("run", folder.resolve("no.yaml").toString()).err())
        .contains("there is no pipeline file", "no.yaml\"");
  }

  private Path lay(String program) throws IOException {
    return Files.writeString(folder.resolve("pipeline.yaml"), PIPELINE.formatted(program));
  }

  private CommandRun run(String... options) {
    String[] all = new String[options.length + 10];
    all[0] = "run";
    all[1] = pipeline.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    String[] rest = {
      "--work",
      folder.resolve("work").toString(),
      "--to",
      folder.resolve("bundle-" + options[1]).toString(),
      "--as",
      "alice",
      "--output",
      "json"
    };
    System.arraycopy(rest, 0, all, options.length + 2, rest.length);
    return CommandRun.of(Map.of("PATH", System.getenv("PATH")), all);
  }
}
