package dev.countersign.pipeline.spec;

/**
 * A place in an argument where the engine puts a value: {@code ${inputs.NAME}} and {@code
 * ${outputs.NAME}} become absolute paths, {@code ${parameters.NAME}} the parameter's value.
 */
public record Placeholder(Kind kind, String name) {
  /** What is put in. */
  public enum Kind {
    INPUTS,
    OUTPUTS,
    PARAMETERS
  }
}
