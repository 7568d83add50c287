package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.pipeline.spec.StepSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts every step as soon as what it needs has ended, at most as many at once as the machine has
 * processors. The first failure ends the others.
 */
final class Schedule {
  private static final int THREADS_END_SECONDS = 10;

  private final RunPlan plan;
  private final StepRunner runner;
  private final LiveProcesses processes;
  private final Map<String, StepResult> results = new ConcurrentHashMap<>();

  Schedule(RunPlan plan, StepRunner runner, LiveProcesses processes) {
    this.plan = plan;
    this.runner = runner;
    this.processes = processes;
  }

  /**
   * Runs all steps; every process has ended afterwards.
   *
   * @throws CountersignException the first failure, or {@link ErrorCode#INTERRUPTED}
   */
  Map<String, StepResult> run() {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            task -> new Thread(task, "step"));
    try {
      loop(new ExecutorCompletionService<>(threads));
      return Map.copyOf(results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(
          ErrorCode.INTERRUPTED,
          "run \"%s\" was interrupted; it left no run bundle"
              .formatted(plan.request().origin().runId()),
          e);
    } finally {
      processes.end();
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  /** Their processes have ended, so that the threads end soon. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = Thread.interrupted();
    try {
      threads.awaitTermination(THREADS_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void loop(CompletionService<StepResult> running) throws InterruptedException {
    List<StepSpec> waiting = new ArrayList<>(plan.steps());
    int live = startReady(waiting, running);
    while (live > 0) {
      StepResult result = await(running);
      results.put(result.step().name(), result);
      live += startReady(waiting, running) - 1;
    }
  }

  private int startReady(List<StepSpec> waiting, CompletionService<StepResult> running) {
    List<StepSpec> ready =
        waiting.stream().filter(step -> results.keySet().containsAll(step.needs())).toList();
    ready.forEach(step -> running.submit(() -> runner.run(step, results)));
    waiting.removeAll(ready);
    return ready.size();
  }

  private static StepResult await(CompletionService<StepResult> running)
      throws InterruptedException {
    try {
      return running.take().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CountersignException failure) {
        throw failure;
      }
      throw new CountersignException(ErrorCode.BUG, "a step's thread failed", e);
    }
  }
}
