package dev.countersign.modelrefs.run.codec;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.UnloadableBaseline;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run report with every part of the format. */
public final class RunReportFixtures {
  private RunReportFixtures() {}

  /** The report of the run that {@link ReferenceFixtures#second()} came from. */
  public static RunReport report() {
    Provenance provenance = ReferenceFixtures.provenance();
    return new RunReport(
        ReferenceFixtures.LINE.model(),
        Task.REGRESSION,
        provenance.run(),
        provenance.code(),
        provenance.data(),
        provenance.parameters(),
        provenance.runtime(),
        new ArtifactPath("model"),
        "xgboost-ubj",
        new ReportedDataset("diamonds-test", "row-hash", Digest.of(new byte[] {4})),
        List.of(definition("rmse", Direction.LOWER, "USD"), definition("r2", Direction.HIGHER, "")),
        List.of(new ReportedMetric("rmse", 543.2)),
        new ArtifactPath("predictions.csv.gz"),
        Optional.of(new ArtifactPath("training-rows.txt.gz")),
        Map.of("rmse", List.of(541.0, 548.5)),
        ModelVersion.Bump.MINOR,
        List.of(step()),
        List.of(new Plot("Loss", new ArtifactPath("plots/loss.png"))),
        Map.of("carat", 0.61),
        Optional.of(new ArtifactPath("input-schema.json")),
        List.of(
            new UnloadableBaseline(Digest.of(new byte[] {9}), "needs version 4 of the format")));
  }

  private static MetricDefinition definition(String name, Direction direction, String unit) {
    return new MetricDefinition(
        name, direction, unit, Optional.empty(), OptionalDouble.empty(), Optional.empty());
  }

  private static RunStep step() {
    return new RunStep(
        "train",
        "succeeded",
        Optional.of(ReferenceFixtures.run().startedAt()),
        Optional.of(ReferenceFixtures.run().finishedAt()),
        Map.of("rows", Digest.of(new byte[] {7})),
        Map.of("model", Digest.of(new byte[] {8})));
  }
}
