package dev.countersign.pipeline.engine;

import java.util.Locale;

/** How a step ended. */
public enum StepOutcome {
  /** Its process ran and wrote every output. */
  SUCCEEDED,
  /** Its outputs were taken from the cache. */
  CACHED,
  /** Its condition did not hold, or a step it needs was skipped. */
  SKIPPED,
  /** Its process failed. */
  FAILED;

  /** As a run report has it: {@code succeeded}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
