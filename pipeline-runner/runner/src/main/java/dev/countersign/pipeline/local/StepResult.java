package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.pipeline.spec.InputSource.StepOutput;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A step that ended well or was skipped.
 *
 * @param files its outputs; none if it was skipped
 */
record StepResult(RunStep step, StepFiles files) {
  /** Where the output of a step lies that has ended and was not skipped. */
  static Path output(Map<String, StepResult> results, StepOutput output) {
    StepResult result = Objects.requireNonNull(results.get(output.step()));
    return Objects.requireNonNull(result.files().places().get(output.output()));
  }
}
