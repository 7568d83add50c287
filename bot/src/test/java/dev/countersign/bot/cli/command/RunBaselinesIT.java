package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} hands its steps the models that are live, for as long as it lasts. */
class RunBaselinesIT {
  private static final String PIPELINE =
      """
      version: 1
      name: look
      model: m
      task: regression
      environment: {pass: [PATH]}
      steps:
        look:
          argv: ["%s", -r, "${inputs.live}", "${outputs.seen}"]
          inputs: {live: "run:baselines"}
          outputs: {seen: seen}
      bundle: {report: look.seen, artifact: look.seen, predictions: look.seen}
      """;

  @TempDir private Path folder;
  private CommandBench bench;
  private String live = "";

  @BeforeEach
  void deployAModel() throws IOException {
    bench = CommandBench.withTarget(folder);
    CommandRun deployed = bench.json("deploy", "--commit", bench.promote(1));
    assertThat(deployed.exitCode()).as(deployed::toString).isZero();
    live = deployed.data().at("/outcomes/0/declaredDigest").asText().substring("sha256:".length());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void showsStepsWhatIsLive_andKeepsNoCopy() throws IOException {
    CommandRun run = run("cp");

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(work("runs/one/steps/look/seen/" + live + "/weights.txt")).hasContent("weights m 1");
    assertThat(work("baselines/one")).doesNotExist();
  }

  @Test
  void fetchesWhatIsLiveForAScript_aFolderPerDigest() {
    Path baselines = folder.resolve("baselines");

    CommandRun fetched = bench.json("fetch", "m", "--baseline", "--to", baselines.toString());

    assertThat(fetched.exitCode()).as(fetched::toString).isZero();
    assertThat(baselines.resolve(live).resolve("weights.txt")).hasContent("weights m 1");
    assertThat(fetched.data().at("/baselines/0/artifactDigest").asText())
        .isEqualTo("sha256:" + live);
    assertThat(fetched.data().path("baselines")).hasSize(1);
  }

  @Test
  void keepsNoCopy_whenAStepFails() throws IOException {
    assertThat(run("false").exitCode()).isEqualTo(9);

    assertThat(work("baselines/one")).doesNotExist();
  }

  private Path work(String path) {
    return folder.resolve("work").resolve(path);
  }

  private CommandRun run(String program) throws IOException {
    Path pipeline = Files.writeString(folder.resolve("pipeline.yaml"), PIPELINE.formatted(program));
    return CommandRun.of(
        Map.of("PATH", System.getenv("PATH")),
        bench
            .connected(
                "run",
                pipeline.toString(),
                "--run-id",
                "one",
                "--step",
                "look",
                "--work",
                folder.resolve("work").toString(),
                "--output",
                "json")
            .toArray(String[]::new));
  }
}
