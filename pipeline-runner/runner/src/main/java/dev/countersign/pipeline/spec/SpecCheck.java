package dev.countersign.pipeline.spec;

import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.Problems;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.pipeline.spec.InputSource.StepOutput;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds names in a pipeline that lead nowhere, outputs that collide, and cycles. */
public final class SpecCheck {
  private final PipelineSpec spec;
  private final Problems problems = new Problems();

  private SpecCheck(PipelineSpec spec) {
    this.spec = spec;
  }

  /** Every problem, in the order of the file, with its JSON path. */
  public static List<Problem> problems(PipelineSpec spec) {
    SpecCheck check = new SpecCheck(spec);
    spec.steps().forEach(check::checkStep);
    new StepGraph(spec.steps())
        .cycle()
        .ifPresent(
            cycle ->
                check.problems.add(
                    "$.steps", "steps need each other in a circle: " + String.join(" → ", cycle)));
    check.checkBundle();
    return check.problems.all();
  }

  private void checkStep(StepSpec step) {
    String path = "$.steps." + step.name();
    for (int i = 0; i < step.argv().size(); i++) {
      String place = path + ".argv[" + i + "]";
      step.argv().get(i).placeholders().forEach(each -> checkPlaceholder(step, each, place));
    }
    step.inputs()
        .forEach(
            (name, source) -> {
              if (source instanceof StepOutput output) {
                checkOutput(output, path + ".inputs." + name);
              }
            });
    checkOutputPaths(step, path);
    step.when()
        .ifPresent(
            when ->
                known("parameter", when.parameter(), spec.parameters().keySet(), path + ".when"));
  }

  private void checkPlaceholder(StepSpec step, Placeholder placeholder, String place) {
    switch (placeholder.kind()) {
      case INPUTS -> known("input of this step", placeholder.name(), step.inputs().keySet(), place);
      case OUTPUTS ->
          known("output of this step", placeholder.name(), step.outputs().keySet(), place);
      case PARAMETERS -> known("parameter", placeholder.name(), spec.parameters().keySet(), place);
    }
  }

  private void checkOutputPaths(StepSpec step, String path) {
    Map<String, String> owners = new HashMap<>();
    step.outputs()
        .forEach(
            (name, file) -> {
              String other = owners.putIfAbsent(file.value(), name);
              if (other != null) {
                problems.add(
                    path + ".outputs." + name,
                    "\"%s\" is written by the output \"%s\", too".formatted(file, other));
              }
            });
  }

  private void checkBundle() {
    BundleSpec bundle = spec.bundle();
    checkOutput(bundle.report(), "$.bundle.report");
    checkOutput(bundle.artifact(), "$.bundle.artifact");
    checkOutput(bundle.predictions(), "$.bundle.predictions");
    bundle.trainingRows().ifPresent(rows -> checkOutput(rows, "$.bundle.trainingRows"));
    bundle.plots().ifPresent(plots -> checkOutput(plots, "$.bundle.plots"));
  }

  private void checkOutput(StepOutput output, String place) {
    Optional<StepSpec> step = spec.step(output.step());
    if (step.isEmpty()) {
      known("step", output.step(), spec.stepNames(), place);
    } else {
      known(
          "output of step \"" + output.step() + "\"",
          output.output(),
          step.get().outputs().keySet(),
          place);
    }
  }

  private void known(String kind, String name, Collection<String> names, String place) {
    if (!names.contains(name)) {
      problems.add(
          place, "there is no %s \"%s\"%s".formatted(kind, name, Suggestion.of(name, names)));
    }
  }
}
