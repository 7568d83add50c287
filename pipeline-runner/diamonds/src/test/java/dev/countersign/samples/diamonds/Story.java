package dev.countersign.samples.diamonds;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.BaselineEvidence;
import dev.countersign.modelrefs.evidence.EvaluationRequest;
import dev.countersign.modelrefs.evidence.Evaluator;
import dev.countersign.modelrefs.evidence.RunClaims;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.csv.TrainingRowsCsv;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.pipeline.engine.RunOrigin;
import dev.countersign.pipeline.engine.RunRequest;
import dev.countersign.pipeline.engine.RunResult;
import dev.countersign.pipeline.engine.Selection;
import dev.countersign.pipeline.local.LocalEngine;
import dev.countersign.pipeline.spec.codec.PipelineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sample's pipeline in a folder of its own, with the gates of the demo. */
final class Story {
  static final List<GateSpec> GATES =
      List.of(
          gate("r2", GateKind.AT_LEAST, "r2", 0.95, Optional.empty()),
          gate("cv-rmse", GateKind.AT_MOST, "cv_rmse", 1000, Optional.empty()),
          gate("gap", GateKind.AT_MOST, "rmse_gap", 0.15, Optional.empty()),
          gate("sanity", GateKind.NOT_WORSE_THAN, "rmse_all", 0, Optional.of("rmse")),
          gate("rmse-superior", GateKind.SUPERIOR, "rmse", 0.01, Optional.empty()),
          new GateSpec(
              "slices",
              GateKind.SLICES,
              "rmse",
              0.05,
              Optional.empty(),
              List.of("carat", "cut"),
              30,
              ""));

  private final Path folder;

  Story(Path folder) throws IOException {
    this.folder = folder;
    Path sample = Path.of("").toAbsolutePath();
    FileTree.copy(sample.resolve("pipeline.yaml"), folder.resolve("pipeline.yaml"));
    FileTree.copy(sample.resolve("data"), folder.resolve("data"));
    AppFolder.fill(folder.resolve("target/app"));
  }

  /** Runs the pipeline against the baselines in {@code baselines}. */
  Path run(String runId, Map<String, Scalar> parameters) throws IOException {
    Path baselines = Files.createDirectories(folder.resolve("baselines"));
    RunRequest request =
        new RunRequest(
            new RunRequest.RunFolders(
                folder, folder.resolve("work"), folder.resolve("bundles").resolve(runId)),
            parameters,
            Optional.of(baselines),
            System.getenv(),
            new Selection.All(),
            new RunOrigin(
                runId, Optional.empty(), new CodeInfo(Optional.empty(), Optional.empty(), false)));
    Clock clock = Clock.fixed(Instant.parse("2026-05-03T14:00:00Z"), ZoneOffset.UTC);
    RunResult result =
        new LocalEngine(clock)
            .run(PipelineReader.read(folder.resolve("pipeline.yaml")), request, RunListener.NONE);
    return result.bundle().orElseThrow();
  }

  /** Makes a run's artifact the only baseline. */
  Digest makeBaseline(Path bundle) throws IOException {
    Digest digest = artifact(bundle);
    FileTree.delete(folder.resolve("baselines"));
    FileTree.copy(bundle.resolve("artifact"), folder.resolve("baselines").resolve(digest.hex()));
    return digest;
  }

  static Digest artifact(Path bundle) {
    return new ArtifactDigester(1).digest(bundle.resolve("artifact")).digest();
  }

  static RunReport report(Path bundle) throws IOException {
    return RunReportCodec.decode(
        Files.readAllBytes(bundle.resolve("run-report.json")), "run-report.json");
  }

  /** Evaluates a run against the artifact of another. */
  static Evaluation evaluate(Path bundle, Optional<Path> baseline) throws IOException {
    RunReport report = report(bundle);
    Predictions predictions;
    try (InputStream in = Files.newInputStream(bundle.resolve("predictions.csv.gz"))) {
      predictions = PredictionsCsv.read(in, "predictions.csv.gz", report.task());
    }
    Optional<BaselineEvidence> evidence = Optional.empty();
    if (baseline.isPresent()) {
      evidence =
          Optional.of(
              new BaselineEvidence(
                  ModelVersion.parse("1.0.0"),
                  artifact(baseline.get()),
                  report(baseline.get()).definitions(),
                  Optional.of(rows(baseline.get())),
                  Optional.empty()));
    }
    return Evaluator.evaluate(
        new EvaluationRequest(
            predictions,
            RunClaims.of(report),
            Optional.of(rows(bundle)),
            evidence,
            GATES,
            BootstrapSettings.DEFAULT));
  }

  private static TrainingRows rows(Path bundle) throws IOException {
    try (InputStream in = Files.newInputStream(bundle.resolve("training-rows.txt.gz"))) {
      return TrainingRowsCsv.read(in, "training-rows.txt.gz");
    }
  }

  private static GateSpec gate(
      String id, GateKind kind, String metric, double bound, Optional<String> other) {
    return new GateSpec(id, kind, metric, bound, other, List.of(), 30, "");
  }
}
