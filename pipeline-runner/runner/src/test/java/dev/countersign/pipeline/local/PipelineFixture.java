package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.pipeline.engine.RunEvent;
import dev.countersign.pipeline.engine.RunOrigin;
import dev.countersign.pipeline.engine.RunRequest;
import dev.countersign.pipeline.engine.RunResult;
import dev.countersign.pipeline.engine.Selection;
import dev.countersign.pipeline.spec.codec.PipelineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A pipeline in a folder of its own, whose steps are small scripts. */
final class PipelineFixture {
  static final Instant NOW = Instant.parse("2026-05-03T14:00:00Z");

  /** Steps that leave a bundle behind, whatever else a pipeline does. */
  static final String BUNDLE =
      """
        bundle:
          argv: [cp, -r, "${inputs.files}/.", "${outputs.all}"]
          inputs: {files: "file:bundle"}
          outputs: {all: all, report: all/report.json, model: all/model, rows: all/predictions.csv}
      bundle: {report: bundle.report, artifact: bundle.model, predictions: bundle.rows}
      """;

  final Path folder;
  final Path work;
  final List<RunEvent> events = new CopyOnWriteArrayList<>();
  final Map<String, Scalar> parameters = new HashMap<>();
  final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
  Selection selection = new Selection.All();
  Optional<Path> baselines = Optional.empty();
  private final PipelineEngine engine = new LocalEngine(Clock.fixed(NOW, ZoneOffset.UTC));
  private final AtomicInteger runs = new AtomicInteger();

  PipelineFixture(Path temp) throws IOException {
    folder = Files.createDirectories(temp.resolve("pipeline"));
    work = temp.resolve("work");
    write("bundle/model/model.json", "{}");
    write(
        "bundle/report.json",
        """
        {"artifact": {"format": "json"}, "dataset": {"name": "rows", "split": "row-hash"},
         "metrics": {"cv_rmse": 2.5}, "bump": "minor"}
        """);
    write(
        "bundle/predictions.csv",
        "row_key,occurrence,actual,prediction\n" + "0".repeat(64) + ",0,1.5,1.25\n");
  }

  /** Steps, then those that make a bundle. */
  void pipeline(String parametersAndSteps) throws IOException {
    write(
        "pipeline.yaml",
        "version: 1\nname: test\nmodel: prices\ntask: regression\n" + parametersAndSteps + BUNDLE);
  }

  void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  RunResult run() {
    return run("run-" + runs.incrementAndGet());
  }

  RunResult run(String runId) {
    events.clear();
    return engine.run(
        PipelineReader.read(folder.resolve("pipeline.yaml")), request(runId), events::add);
  }

  RunRequest request(String runId) {
    return new RunRequest(
        new RunRequest.RunFolders(folder, work, bundle(runId)),
        parameters,
        baselines,
        environment,
        selection,
        new RunOrigin(
            runId, Optional.empty(), new CodeInfo(Optional.empty(), Optional.empty(), false)));
  }

  Path bundle(String runId) {
    return work.resolveSibling("bundles").resolve(runId);
  }

  String log(String runId, String step) throws IOException {
    return Files.readString(work.resolve("runs/" + runId + "/logs/" + step + ".log"));
  }

  /** {@code step:outcome} in the order the steps ended. */
  List<String> outcomes() {
    return events.stream()
        .filter(RunEvent.StepEnded.class::isInstance)
        .map(RunEvent.StepEnded.class::cast)
        .map(ended -> ended.step() + ":" + ended.outcome().label())
        .toList();
  }
}
