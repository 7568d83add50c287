package dev.countersign.pipeline.spec;

import dev.countersign.pipeline.spec.InputSource.StepOutput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which outputs make the run bundle.
 *
 * @param report JSON: what only the pipeline knows about its run
 * @param artifact file or folder
 * @param plots folder of pictures that the report names
 */
public record BundleSpec(
    StepOutput report,
    StepOutput artifact,
    StepOutput predictions,
    Optional<StepOutput> trainingRows,
    Optional<StepOutput> plots) {
  /** Every output that the bundle is made of. */
  public List<StepOutput> outputs() {
    return Stream.concat(
            Stream.of(report, artifact, predictions),
            Stream.concat(trainingRows.stream(), plots.stream()))
        .toList();
  }
}
