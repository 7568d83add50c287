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
              Found found = find(step, name, source);
              places.put(name, found.place());
              digests.put(name, found.digest());
            });
    return new StepFiles(places, digests);
  }

  private record Found(Path place, Digest digest) {}

  private Found find(StepSpec step, String name, InputSource source) {
    if (source instanceof InputSource.StepOutput output) {
      StepFiles files = Objects.requireNonNull(before.get(output.step())).files();
      return new Found(
          Objects.requireNonNull(files.places().get(output.output())),
          Objects.requireNonNull(files.digests().get(output.output())));
    }
    if (source instanceof InputSource.PipelineFile file) {
      Path place = existing(step, name, file);
      return new Found(place, ContentDigest.of(place));
    }
    Path folder = plan.request().baselines().orElse(noBaselines).toAbsolutePath();
    return new Found(folder, ContentDigest.ofFolders(folder));
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
