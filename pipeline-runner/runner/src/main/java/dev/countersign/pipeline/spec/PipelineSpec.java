package dev.countersign.pipeline.spec;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.value.ModelName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code pipeline.yaml}.
 *
 * @param name of the pipeline
 * @param parameters every parameter with its default, in the file's order
 * @param steps in the file's order
 */
public record PipelineSpec(
    String name,
    ModelName model,
    Task task,
    Map<String, Scalar> parameters,
    EnvironmentRule environment,
    List<StepSpec> steps,
    BundleSpec bundle) {
  public PipelineSpec {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    steps = List.copyOf(steps);
  }

  /** The step of that name; empty if there is none. */
  public Optional<StepSpec> step(String step) {
    return steps.stream().filter(each -> each.name().equals(step)).findFirst();
  }

  /** Names of the steps in the file's order. */
  public List<String> stepNames() {
    return steps.stream().map(StepSpec::name).toList();
  }
}
