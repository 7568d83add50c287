package dev.countersign.pipeline.bundle;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.ModelName;
import java.nio.file.Path;

/**
 * A bundle to be made from the files that a script of the user's left behind.
 *
 * @param metrics JSON: an object of metric names and numbers, or a step report
 * @param dataset how to name the evaluation rows
 * @param artifactFormat of the artifact's files, where the step report does not say
 */
public record BundleRequest(
    ModelName model,
    Task task,
    RunInfo run,
    CodeInfo code,
    BundleFiles files,
    Path metrics,
    String dataset,
    String artifactFormat) {}
