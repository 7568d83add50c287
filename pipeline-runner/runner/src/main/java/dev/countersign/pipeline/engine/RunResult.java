package dev.countersign.pipeline.engine;

import dev.countersign.modelrefs.run.RunStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run that succeeded.
 *
 * @param bundle the run bundle's folder; empty if only a step was run
 * @param steps in the pipeline's order; those not asked for are left out
 */
public record RunResult(String runId, Optional<Path> bundle, List<RunStep> steps) {
  public RunResult {
    steps = List.copyOf(steps);
  }
}
