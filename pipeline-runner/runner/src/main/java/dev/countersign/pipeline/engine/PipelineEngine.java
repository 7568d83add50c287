package dev.countersign.pipeline.engine;

import dev.countersign.pipeline.spec.PipelineSpec;

/** Runs pipelines. Implementations are thread-safe; runs do not disturb each other. */
public interface PipelineEngine {
  /** The engine's name as a run report has it: {@code local}, {@code kubeflow}, {@code vertex}. */
  String name();

  /**
   * Runs a pipeline or a part of it and waits for its end. May be repeated: what has been done
   * before with the same content is taken from the cache. Where it fails there is no run bundle.
   *
   * @param listener told of every event, one at a time, from any thread
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFIGURATION_INVALID} for
   *     parameters the pipeline does not have; {@code NOT_FOUND} for a step or an input file that
   *     does not exist; {@code CONFLICT} if the bundle's folder exists; {@code TRAINING_FAILED}
   *     naming the step and the last lines of its log; {@code TIMED_OUT} naming the step; {@code
   *     ENVIRONMENT_UNAVAILABLE} where a step says so (exit 7) or a program or the disk is not
   *     there; {@code INTERRUPTED} after the calling thread was interrupted and every process of
   *     the run has ended
   */
  RunResult run(PipelineSpec pipeline, RunRequest request, RunListener listener);
}
