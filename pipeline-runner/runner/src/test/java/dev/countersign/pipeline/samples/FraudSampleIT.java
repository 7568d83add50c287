package dev.countersign.pipeline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.EvaluationRequest;
import dev.countersign.modelrefs.evidence.Evaluator;
import dev.countersign.modelrefs.evidence.RunClaims;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.pipeline.bundle.BundleFiles;
import dev.countersign.pipeline.bundle.BundleRequest;
import dev.countersign.pipeline.bundle.BundleWriter;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.pipeline.engine.RunOrigin;
import dev.countersign.pipeline.engine.RunRequest;
import dev.countersign.pipeline.engine.Selection;
import dev.countersign.pipeline.local.LocalEngine;
import dev.countersign.pipeline.spec.codec.PipelineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline in another language, with nothing but its standard library, by the documentation. */
class FraudSampleIT {
  private static final Path SAMPLE = Path.of("../samples/fraud");
  private static final CodeInfo CODE = new CodeInfo(Optional.empty(), Optional.empty(), false);

  @TempDir Path temp;

  @BeforeAll
  static void needsPython() {
    assumeTrue(
        hasPython(), "SKIPPED: python3 is not installed, so the Python sample was not tested");
  }

  @Test
  void runsAsAPipeline_andComparesWithTheModelThatIsLive() throws IOException {
    Path first = run("first", Map.of("rows", new Scalar.Numeric(4000)), Optional.empty());
    Digest live = new ArtifactDigester(1).digest(first.resolve("artifact")).digest();
    Path baselines = temp.resolve("baselines");
    FileTree.copy(first.resolve("artifact"), baselines.resolve(live.hex()));
    Files.createDirectories(baselines.resolve("0".repeat(64)));
    Files.writeString(baselines.resolve("0".repeat(64)).resolve("model.bin"), "?");
    Path second = run("second", Map.of("rounds", new Scalar.Numeric(80)), Optional.of(baselines));

    assertThat(predictions(second).baseline(live)).isPresent();
    assertThat(report(second).unloadableBaselines())
        .singleElement()
        .satisfies(each -> assertThat(each.artifactDigest().hex()).isEqualTo("0".repeat(64)));
  }

  @Test
  void leavesEvidenceFromWhichMetricsAreComputed() throws IOException {
    Path bundle = run("first", Map.of(), Optional.empty());
    Evaluation evaluation =
        Evaluator.evaluate(
            new EvaluationRequest(
                predictions(bundle),
                RunClaims.of(report(bundle)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                BootstrapSettings.DEFAULT));

    assertThat(evaluation.metrics())
        .filteredOn(metric -> metric.name().equals("auc") && metric.slice().isEmpty())
        .singleElement()
        .satisfies(auc -> assertThat(auc.value()).isBetween(0.6, 0.99));
  }

  @Test
  void isBundledFromItsFiles_withoutAPipeline() throws Exception {
    Path data = temp.resolve("payments.csv");
    python("generate.py", "--rows", "3000", "--seed", "1", "--data", data.toString());
    python(
        "train.py",
        "--data",
        data.toString(),
        "--rounds",
        "20",
        "--rate",
        "2.0",
        "--model",
        temp.resolve("model").toString(),
        "--training-rows",
        temp.resolve("training-rows.txt").toString());
    python(
        "predict.py",
        "--data",
        data.toString(),
        "--model",
        temp.resolve("model").toString(),
        "--predictions",
        temp.resolve("predictions.csv").toString(),
        "--report",
        temp.resolve("metrics.json").toString());
    Path bundle =
        BundleWriter.write(
            temp.resolve("bundle"),
            new BundleRequest(
                new ModelName("payment-fraud"),
                Task.BINARY,
                new RunInfo(
                    "1",
                    "script",
                    Optional.empty(),
                    Clock.systemUTC().instant(),
                    Clock.systemUTC().instant(),
                    Optional.empty()),
                CODE,
                new BundleFiles(
                    temp.resolve("model"),
                    temp.resolve("predictions.csv"),
                    Optional.of(temp.resolve("training-rows.txt")),
                    Optional.empty()),
                temp.resolve("metrics.json"),
                "payments-test",
                "json"));

    assertThat(report(bundle).task()).isEqualTo(Task.BINARY);
    assertThat(predictions(bundle).classes()).containsExactly("fraud", "genuine");
  }

  private Path run(String id, Map<String, Scalar> parameters, Optional<Path> baselines) {
    RunRequest request =
        new RunRequest(
            new RunRequest.RunFolders(SAMPLE, temp.resolve("work"), temp.resolve(id)),
            parameters,
            baselines,
            System.getenv(),
            new Selection.All(),
            new RunOrigin(id, Optional.empty(), CODE));
    return new LocalEngine(Clock.systemUTC())
        .run(PipelineReader.read(SAMPLE.resolve("pipeline.yaml")), request, RunListener.NONE)
        .bundle()
        .orElseThrow();
  }

  private static void python(String script, String... arguments) throws Exception {
    List<String> argv =
        new ArrayList<>(List.of("python3", "-B", SAMPLE.resolve("src").resolve(script).toString()));
    argv.addAll(List.of(arguments));
    Process process = new ProcessBuilder(argv).inheritIO().start();
    assertThat(process.waitFor()).isZero();
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

  private static RunReport report(Path bundle) throws IOException {
    return RunReportCodec.decode(
        Files.readAllBytes(bundle.resolve("run-report.json")), "run-report.json");
  }

  private static Predictions predictions(Path bundle) throws IOException {
    try (InputStream in = Files.newInputStream(bundle.resolve("predictions.csv"))) {
      return PredictionsCsv.read(in, "predictions.csv", Task.BINARY);
    }
  }
}
