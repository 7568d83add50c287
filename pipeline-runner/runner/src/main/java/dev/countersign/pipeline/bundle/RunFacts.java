package dev.countersign.pipeline.bundle;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.value.ModelName;
import java.util.List;
import java.util.Map;

/** What the runner knows about a run by itself. */
public record RunFacts(
    ModelName model,
    Task task,
    RunInfo run,
    CodeInfo code,
    Map<String, Scalar> parameters,
    List<RunStep> steps) {
  public RunFacts {
    parameters = Map.copyOf(parameters);
    steps = List.copyOf(steps);
  }
}
