package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.pipeline.bundle.BundleFiles;
import dev.countersign.pipeline.bundle.BundleWriter;
import dev.countersign.pipeline.bundle.RunFacts;
import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.pipeline.engine.RunEvent;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.pipeline.engine.RunRequest;
import dev.countersign.pipeline.engine.RunResult;
import dev.countersign.pipeline.spec.BundleSpec;
import dev.countersign.pipeline.spec.PipelineSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Runs pipelines as processes on this machine. */
public final class LocalEngine implements PipelineEngine {
  private final Clock clock;

  /**
   * @param clock for the times in reports
   */
  public LocalEngine(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public RunResult run(PipelineSpec pipeline, RunRequest request, RunListener listener) {
    RunPlan plan = RunPlan.of(pipeline, request);
    RunListener serial = serial(listener);
    if (plan.makesBundle()) {
      BundleWriter.refuseExisting(request.folders().bundle());
    }
    RunFolder folder = RunFolder.create(request.folders().work(), request.origin().runId());
    serial.on(new RunEvent.RunStarted(request.origin().runId(), plan.stepNames()));
    Instant startedAt = now();
    Map<String, StepResult> results;
    try (LiveProcesses processes = new LiveProcesses()) {
      StepRunner runner = new StepRunner(plan, folder, processes, serial, clock);
      results = new Schedule(plan, runner, processes).run();
    } finally {
      folder.deleteScratch();
    }
    Optional<Path> bundle =
        plan.makesBundle() ? Optional.of(writeBundle(plan, startedAt, results)) : Optional.empty();
    serial.on(new RunEvent.RunEnded(request.origin().runId(), bundle));
    return new RunResult(request.origin().runId(), bundle, plan.inOrder(results));
  }

  private Path writeBundle(RunPlan plan, Instant startedAt, Map<String, StepResult> results) {
    RunRequest request = plan.request();
    BundleSpec outputs = plan.pipeline().bundle();
    RunInfo run =
        new RunInfo(
            request.origin().runId(),
            name(),
            Optional.empty(),
            startedAt,
            now(),
            request.origin().launchedBy());
    RunFacts facts =
        new RunFacts(
            plan.pipeline().model(),
            plan.pipeline().task(),
            run,
            request.origin().code(),
            plan.parameters(),
            plan.inOrder(results));
    BundleFiles files =
        new BundleFiles(
            StepResult.output(results, outputs.artifact()),
            StepResult.output(results, outputs.predictions()),
            outputs.trainingRows().map(rows -> StepResult.output(results, rows)),
            outputs.plots().map(plots -> StepResult.output(results, plots)));
    Path report = StepResult.output(results, outputs.report());
    return BundleWriter.write(request.folders().bundle(), files, report, facts);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static RunListener serial(RunListener listener) {
    Object lock = new Object();
    return event -> {
      synchronized (lock) {
        listener.on(event);
      }
    };
  }
}
