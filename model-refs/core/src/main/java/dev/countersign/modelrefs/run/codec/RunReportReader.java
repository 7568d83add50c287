package dev.countersign.modelrefs.run.codec;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.DataInfo;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.RuntimeInfo;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.run.UnloadableBaseline;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.modelrefs.value.ModelVersion.Bump;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The document as a whole; its keys in the order of the format's description. */
final class RunReportReader {
  private static final Decoder<ArtifactPath> PATH = Decoders.parsed(ArtifactPath::new);
  private static final Decoder<Double> NUMBER = Decoders.number();

  private final Supplier<ModelName> model;
  private final Supplier<Task> task;
  private final Supplier<RunInfo> run;
  private final Supplier<CodeInfo> code;
  private final Supplier<List<DataInfo>> data;
  private final Supplier<Map<String, Scalar>> parameters;
  private final Supplier<RuntimeInfo> runtime;
  private final Supplier<ArtifactPart> artifact;
  private final Supplier<ReportedDataset> dataset;
  private final Supplier<List<MetricDefinition>> definitions;
  private final Supplier<Map<String, Double>> metrics;
  private final Supplier<ArtifactPath> predictions;
  private final Supplier<Optional<ArtifactPath>> trainingRows;
  private final Supplier<Map<String, List<Double>>> repeats;
  private final Supplier<Bump> bump;
  private final Supplier<List<RunStep>> steps;
  private final Supplier<List<Plot>> plots;
  private final Supplier<Map<String, Double>> importance;
  private final Supplier<Optional<ArtifactPath>> inputSchema;
  private final Supplier<List<UnloadableBaseline>> unloadable;

  private record ArtifactPart(ArtifactPath path, String format) {}

  static RunReport read(ObjectReader reader) {
    RunReportReader report = new RunReportReader(reader);
    return reader.build(report::build);
  }

  private RunReportReader(ObjectReader reader) {
    reader.required("schemaVersion", Decoders.text());
    model = reader.required("model", Decoders.parsed(ModelName::new));
    task = reader.required("task", Decoders.oneOf(Task.class));
    run = reader.required("run", ProvenanceParts.run());
    code = reader.required("code", ProvenanceParts.code());
    data = reader.required("data", Decoders.list(ProvenanceParts.data()));
    parameters = reader.withDefault("parameters", Decoders.map(ProvenanceParts.scalar()), Map.of());
    runtime = reader.required("runtime", ProvenanceParts.runtime());
    artifact = reader.required("artifact", artifact());
    dataset = reader.required("dataset", RunReportParts.dataset());
    definitions = reader.required("definitions", Decoders.list(RunReportParts.definition()));
    metrics = reader.withDefault("metrics", Decoders.map(NUMBER), Map.of());
    predictions = reader.required("predictions", PATH);
    trainingRows = reader.optional("trainingRows", PATH);
    repeats = reader.withDefault("repeats", Decoders.map(Decoders.list(NUMBER)), Map.of());
    bump = reader.withDefault("bump", Decoders.oneOf(Bump.class), Bump.PATCH);
    steps = reader.withDefault("steps", Decoders.list(RunReportParts.step()), List.of());
    plots = reader.withDefault("plots", Decoders.list(RunReportParts.plot()), List.of());
    importance = reader.withDefault("featureImportance", Decoders.map(NUMBER), Map.of());
    inputSchema = reader.optional("inputSchema", PATH);
    unloadable =
        reader.withDefault(
            "unloadableBaselines", Decoders.list(RunReportParts.unloadableBaseline()), List.of());
  }

  private RunReport build() {
    return new RunReport(
        model.get(),
        task.get(),
        run.get(),
        code.get(),
        data.get(),
        parameters.get(),
        runtime.get(),
        artifact.get().path(),
        artifact.get().format(),
        dataset.get(),
        definitions.get(),
        reported(metrics.get()),
        predictions.get(),
        trainingRows.get(),
        repeats.get(),
        bump.get(),
        steps.get(),
        plots.get(),
        importance.get(),
        inputSchema.get(),
        unloadable.get());
  }

  private static Decoder<ArtifactPart> artifact() {
    return Decoders.object(
        reader -> {
          var path = reader.required("path", PATH);
          var format = reader.required("format", Decoders.nonBlank());
          return reader.build(() -> new ArtifactPart(path.get(), format.get()));
        });
  }

  private static List<ReportedMetric> reported(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(entry -> new ReportedMetric(entry.getKey(), entry.getValue()))
        .toList();
  }
}
