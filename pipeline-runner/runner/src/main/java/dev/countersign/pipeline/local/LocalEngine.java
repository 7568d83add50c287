package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.pipeline.bundle.BundleFiles;
import dev.countersign.pipeline.bundle.BundleWriter;
import dev.countersign.pipeline.bundle.RunFacts;
import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.pipeline.engine.RunEvent;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.pipeline.engine.RunOrigin;
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
    String runId = request.origin().runId();
    serial.on(new RunEvent.RunStarted(runId, plan.stepNames()));
    Instant startedAt = now();
    Map<String, StepResult> results = runSteps(plan, serial);
    Optional<Path> bundle =
        plan.makesBundle() ? Optional.of(writeBundle(plan, startedAt, results)) : Optional.empty();
    serial.on(new RunEvent.RunEnded(runId, bundle));
    return new RunResult(runId, bundle, plan.inOrder(results));
  }

  private Map<String, StepResult> runSteps(RunPlan plan, RunListener listener) {
    RunRequest request = plan.request();
    RunFolder folder = RunFolder.create(request.folders().work(), request.origin().runId());
    try (LiveProcesses processes = new LiveProcesses()) {
      StepRunner runner = new StepRunner(plan, folder, processes, listener, clock);
      return new Schedule(plan, runner, processes).run();
    } finally {
      folder.deleteScratch();
    }
  }

  private Path writeBundle(RunPlan plan, Instant startedAt, Map<String, StepResult> results) {
    Path report = StepResult.output(results, plan.pipeline().bundle().report());
    return BundleWriter.write(
        plan.request().folders().bundle(),
        files(plan.pipeline().bundle(), results),
        report,
        facts(plan, startedAt, results));
  }

  private static BundleFiles files(BundleSpec outputs, Map<String, StepResult> results) {
    return new BundleFiles(
        StepResult.output(results, outputs.artifact()),
        StepResult.output(results, outputs.predictions()),
        outputs.trainingRows().map(rows -> StepResult.output(results, rows)),
        outputs.plots().map(plots -> StepResult.output(results, plots)));
  }

  private RunFacts facts(RunPlan plan, Instant startedAt, Map<String, StepResult> results) {
    RunOrigin origin = plan.request().origin();
    RunInfo run =
        new RunInfo(
            origin.runId(), name(), Optional.empty(), startedAt, now(), origin.launchedBy());
    return new RunFacts(
        plan.pipeline().model(),
        plan.pipeline().task(),
        run,
        origin.code(),
        plan.parameters(),
        plan.inOrder(results));
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
