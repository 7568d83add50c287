package dev.countersign.bot.wiring;

import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.pipeline.local.LocalEngine;
import java.time.Clock;

/** Makes the engines that pipelines run on. */
public final class PipelineEngines {
  private PipelineEngines() {}

  /** Runs the steps as processes on this machine. */
  public static PipelineEngine local() {
    return new LocalEngine(Clock.systemUTC());
  }
}
