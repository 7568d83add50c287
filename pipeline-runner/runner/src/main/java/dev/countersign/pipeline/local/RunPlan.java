package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.pipeline.engine.RunRequest;
import dev.countersign.pipeline.engine.Selection;
import dev.countersign.pipeline.spec.InputSource.StepOutput;
import dev.countersign.pipeline.spec.PipelineSpec;
import dev.countersign.pipeline.spec.StepGraph;
import dev.countersign.pipeline.spec.StepSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run will do.
 *
 * @param parameters the pipeline's defaults with the request's values
 * @param wanted the steps asked for
 * @param anew those of them that do not look into the cache
 * @param skipped those of them whose condition does not hold, or that need one of these
 */
record RunPlan(
    PipelineSpec pipeline,
    RunRequest request,
    Map<String, Scalar> parameters,
    Set<String> wanted,
    Set<String> anew,
    Set<String> skipped) {

  static RunPlan of(PipelineSpec pipeline, RunRequest request) {
    StepGraph graph = new StepGraph(pipeline.steps());
    Map<String, Scalar> parameters = merge(pipeline, request.parameters());
    Set<String> wanted = Set.copyOf(pipeline.stepNames());
    Set<String> anew = Set.of();
    if (request.selection() instanceof Selection.Only only) {
      wanted = graph.upstream(existing(pipeline, only.step()));
      anew = Set.of(only.step());
    } else if (request.selection() instanceof Selection.From from) {
      anew = graph.downstream(existing(pipeline, from.step()));
    }
    RunPlan plan =
        new RunPlan(
            pipeline, request, parameters, wanted, anew, skipped(pipeline, graph, parameters));
    plan.checkBundle();
    return plan;
  }

  private void checkBundle() {
    for (StepOutput output : pipeline.bundle().outputs()) {
      if (makesBundle() && skipped.contains(output.step())) {
        throw new CountersignException(
            ErrorCode.CONFIGURATION_INVALID,
            "the run bundle needs \"%s\", but with these parameters step \"%s\" is skipped"
                .formatted(output, output.step()));
      }
    }
  }

  /** Whether the run ends with a run bundle. */
  boolean makesBundle() {
    return !(request.selection() instanceof Selection.Only);
  }

  /** The steps asked for, in the file's order. */
  List<StepSpec> steps() {
    return pipeline.steps().stream().filter(step -> wanted.contains(step.name())).toList();
  }

  List<String> stepNames() {
    return steps().stream().map(StepSpec::name).toList();
  }

  /** The results in the file's order. */
  List<RunStep> inOrder(Map<String, StepResult> results) {
    return stepNames().stream()
        .map(name -> Objects.requireNonNull(results.get(name)).step())
        .toList();
  }

  private static String existing(PipelineSpec pipeline, String step) {
    if (pipeline.step(step).isEmpty()) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "pipeline \"%s\" has no step \"%s\"%s"
              .formatted(pipeline.name(), step, Suggestion.of(step, pipeline.stepNames())));
    }
    return step;
  }

  private static Set<String> skipped(
      PipelineSpec pipeline, StepGraph graph, Map<String, Scalar> parameters) {
    Set<String> skipped = new LinkedHashSet<>();
    for (StepSpec step : pipeline.steps()) {
      if (step.when().isPresent() && !step.when().get().holds(parameters)) {
        skipped.addAll(graph.downstream(step.name()));
      }
    }
    return skipped;
  }

  private static Map<String, Scalar> merge(PipelineSpec pipeline, Map<String, Scalar> given) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Scalar> merged = new LinkedHashMap<>(pipeline.parameters());
    given.forEach(
        (name, value) -> {
          Scalar fallback = pipeline.parameters().get(name);
          if (fallback == null) {
            problems.add(
                new Problem(
                    name,
                    "is not a parameter" + Suggestion.of(name, pipeline.parameters().keySet())));
          } else if (!fallback.getClass().equals(value.getClass())) {
            problems.add(
                new Problem(
                    name, "\"%s\" is not of the kind of \"%s\"".formatted(value, fallback)));
          }
          merged.put(name, value);
        });
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.CONFIGURATION_INVALID,
          "pipeline \"%s\" does not take these parameters".formatted(pipeline.name()),
          problems);
    }
    return merged;
  }
}
