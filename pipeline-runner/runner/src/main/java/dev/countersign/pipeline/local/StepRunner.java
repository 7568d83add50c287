package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.engine.RunEvent;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.pipeline.engine.StepOutcome;
import dev.countersign.pipeline.spec.StepSpec;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings one step to its end: skipped, taken from the cache, or run. Thread-safe. */
final class StepRunner {
  private final RunPlan plan;
  private final RunFolder folder;
  private final LiveProcesses processes;
  private final RunListener listener;
  private final Clock clock;

  StepRunner(
      RunPlan plan, RunFolder folder, LiveProcesses processes, RunListener listener, Clock clock) {
    this.plan = plan;
    this.folder = folder;
    this.processes = processes;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Runs a step after all that it needs.
   *
   * @param before results of the steps that have ended
   */
  StepResult run(StepSpec step, Map<String, StepResult> before) {
    if (plan.skipped().contains(step.name())) {
      return end(step, StepOutcome.SKIPPED, Optional.empty(), Map.of(), StepFiles.NONE);
    }
    StepFiles inputs = new InputFiles(plan, folder.noBaselines(), before).of(step);
    Digest key =
        StepKey.of(step, plan.parameters(), plan.pipeline().environment(), inputs.digests());
    Optional<StepFiles> cached =
        plan.anew().contains(step.name()) ? Optional.empty() : folder.cache().find(key, step);
    if (cached.isPresent()) {
      return end(step, StepOutcome.CACHED, Optional.empty(), inputs.digests(), cached.get());
    }
    Instant startedAt = now();
    try {
      Path kept = withRetries(step, inputs);
      StepFiles outputs = outputs(step, kept);
      folder.cache().put(key, kept, outputs);
      return end(step, StepOutcome.SUCCEEDED, Optional.of(startedAt), inputs.digests(), outputs);
    } catch (CountersignException e) {
      listener.on(
          new RunEvent.StepEnded(
              step.name(), StepOutcome.FAILED, Duration.between(startedAt, now())));
      throw e;
    }
  }

  private Path withRetries(StepSpec step, StepFiles inputs) {
    RetryPolicy<Path> policy =
        RetryPolicy.<Path>builder()
            .handleIf(StepRunner::mayPass)
            .withMaxRetries(step.limits().retries())
            .onRetry(
                attempt ->
                    listener.on(
                        new RunEvent.StepRetried(
                            step.name(),
                            attempt.getAttemptCount(),
                            String.valueOf(attempt.getLastException().getMessage()))))
            .build();
    return Failsafe.with(policy)
        .get(context -> attempt(step, inputs, context.getAttemptCount() + 1));
  }

  private static boolean mayPass(Throwable failure) {
    return failure instanceof CountersignException e
        && (e.code() == ErrorCode.TRAINING_FAILED || e.code() == ErrorCode.TIMED_OUT);
  }

  private Path attempt(StepSpec step, StepFiles inputs, int attempt) {
    Path own = folder.startAttempt(step.name(), attempt);
    Path log = folder.log(step.name(), attempt);
    listener.on(new RunEvent.StepStarted(step.name(), attempt, log));
    new StepProcess(
            step.name(),
            argv(step, inputs, own.resolve("outputs")),
            plan.pipeline().environment().apply(plan.request().environment()),
            own,
            log,
            step.limits().timeout())
        .run(processes);
    checkOutputs(step, own.resolve("outputs"), log);
    return folder.keep(step.name(), own);
  }

  private static void checkOutputs(StepSpec step, Path outputs, Path log) {
    step.outputs()
        .forEach(
            (name, path) -> {
              if (!Files.exists(outputs.resolve(path.value()))) {
                throw new CountersignException(
                    ErrorCode.TRAINING_FAILED,
                    "step \"%s\" ended without its output \"%s\"%s"
                        .formatted(step.name(), name, LogTail.of(log)));
              }
            });
  }

  private List<String> argv(StepSpec step, StepFiles inputs, Path outputs) {
    return step.argv().stream()
        .map(
            argument ->
                argument.expand(
                    placeholder ->
                        switch (placeholder.kind()) {
                          case INPUTS -> String.valueOf(inputs.places().get(placeholder.name()));
                          case OUTPUTS ->
                              outputs
                                  .resolve(String.valueOf(step.outputs().get(placeholder.name())))
                                  .toString();
                          case PARAMETERS ->
                              String.valueOf(plan.parameters().get(placeholder.name()));
                        }))
        .toList();
  }

  private static StepFiles outputs(StepSpec step, Path kept) {
    Map<String, Path> places = new LinkedHashMap<>();
    Map<String, Digest> digests = new LinkedHashMap<>();
    step.outputs()
        .forEach(
            (name, path) -> {
              places.put(name, kept.resolve(path.value()));
              digests.put(name, ContentDigest.of(kept.resolve(path.value())));
            });
    return new StepFiles(places, digests);
  }

  private StepResult end(
      StepSpec step,
      StepOutcome outcome,
      Optional<Instant> startedAt,
      Map<String, Digest> inputs,
      StepFiles outputs) {
    Optional<Instant> finishedAt = startedAt.map(start -> now());
    Duration took =
        startedAt
            .flatMap(start -> finishedAt.map(end -> Duration.between(start, end)))
            .orElse(Duration.ZERO);
    listener.on(new RunEvent.StepEnded(step.name(), outcome, took));
    return new StepResult(
        new RunStep(step.name(), outcome.label(), startedAt, finishedAt, inputs, outputs.digests()),
        outputs);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
