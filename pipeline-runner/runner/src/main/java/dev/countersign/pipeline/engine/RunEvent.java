package dev.countersign.pipeline.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens during a run. */
public sealed interface RunEvent {
  /** The run begins. */
  record RunStarted(String runId, List<String> steps) implements RunEvent {
    public RunStarted {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step's process was started.
   *
   * @param attempt 1 for the first
   * @param log the file its output goes to
   */
  record StepStarted(String step, int attempt, Path log) implements RunEvent {}

  /** An attempt failed and another one follows. */
  record StepRetried(String step, int attempt, String reason) implements RunEvent {}

  /** A step ended. */
  record StepEnded(String step, StepOutcome outcome, Duration duration) implements RunEvent {}

  /**
   * The run succeeded.
   *
   * @param bundle empty if only a step was run
   */
  record RunEnded(String runId, Optional<Path> bundle) implements RunEvent {}
}
