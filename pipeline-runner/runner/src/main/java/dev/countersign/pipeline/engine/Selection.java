package dev.countersign.pipeline.engine;

/** Which part of a pipeline to run. */
public sealed interface Selection {
  /** Everything; what is in the cache is not run again. */
  record All() implements Selection {}

  /** One step, anew, and before it what it needs and the cache lacks. Makes no run bundle. */
  record Only(String step) implements Selection {}

  /** A step and everything that needs it, anew; the rest as {@link All}. */
  record From(String step) implements Selection {}
}
