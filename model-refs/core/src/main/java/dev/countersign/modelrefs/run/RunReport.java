package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code run-report.json}: written last, by atomic rename; its presence means the run succeeded.
 * All paths are relative to the bundle's folder.
 *
 * @param artifact folder (or single file) of the candidate's artifact
 * @param predictions the predictions file, {@code .csv} or {@code .csv.gz}
 * @param trainingRows row keys of the training set, one per line, {@code .txt} or {@code .txt.gz}
 * @param metrics what the run claims; verified against the predictions where they allow it
 * @param repeats metrics of trainings with other seeds, by metric name
 * @param featureImportance importance by feature, any scale
 * @param inputSchema JSON file describing the serving input, if there is one
 */
public record RunReport(
    ModelName model,
    Task task,
    RunInfo run,
    CodeInfo code,
    List<DataInfo> data,
    Map<String, Scalar> parameters,
    RuntimeInfo runtime,
    ArtifactPath artifact,
    String artifactFormat,
    ReportedDataset dataset,
    List<MetricDefinition> definitions,
    List<ReportedMetric> metrics,
    ArtifactPath predictions,
    Optional<ArtifactPath> trainingRows,
    Map<String, List<Double>> repeats,
    ModelVersion.Bump bump,
    List<RunStep> steps,
    List<Plot> plots,
    Map<String, Double> featureImportance,
    Optional<ArtifactPath> inputSchema,
    List<UnloadableBaseline> unloadableBaselines) {
  public RunReport {
    data = List.copyOf(data);
    parameters = Map.copyOf(parameters);
    definitions = List.copyOf(definitions);
    metrics = List.copyOf(metrics);
    repeats = Map.copyOf(repeats);
    steps = List.copyOf(steps);
    plots = List.copyOf(plots);
    featureImportance = Map.copyOf(featureImportance);
    unloadableBaselines = List.copyOf(unloadableBaselines);
  }
}
