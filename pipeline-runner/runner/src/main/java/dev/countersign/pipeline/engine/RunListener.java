package dev.countersign.pipeline.engine;

/** Told of a run's progress. Must return at once and not throw. */
@FunctionalInterface
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = event -> {};

  /** Something happened. */
  void on(RunEvent event);
}
