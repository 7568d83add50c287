package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.spec.InputSource;
import dev.countersign.pipeline.spec.StepSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Finds the files that a step's inputs name. */
record InputFiles(RunPlan plan, Path noBaselines, Map<String, StepResult> before) {

  /** The inputs of a step whose needs have all ended and were not skipped. */
  StepFiles of(StepSpec step) {
    Map<String, Path> places = new LinkedHashMap<>();
    Map<String, Digest> digests = new LinkedHashMap<>();
    step.inputs()
        .forEach(
            (name, source) -> {
              if (source instanceof InputSource.StepOutput output) {
                StepFiles files = Objects.requireNonNull(before.get(output.step())).files();
                places.put(name, Objects.requireNonNull(files.places().get(output.output())));
                digests.put(name, Objects.requireNonNull(files.digests().get(output.output())));
              } else if (source instanceof InputSource.PipelineFile file) {
                Path place = existing(step, name, file);
                places.put(name, place);
                digests.put(name, ContentDigest.of(place));
              } else {
                Path folder = plan.request().baselines().orElse(noBaselines).toAbsolutePath();
                places.put(name, folder);
                digests.put(name, ContentDigest.ofFolders(folder));
              }
            });
    return new StepFiles(places, digests);
  }

  private Path existing(StepSpec step, String name, InputSource.PipelineFile file) {
    Path place = plan.request().folders().pipeline().resolve(file.path().value());
    if (!Files.exists(place)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "input \"%s\" of step \"%s\" does not exist: \"%s\"".formatted(name, step.name(), place));
    }
    return place;
  }
}
