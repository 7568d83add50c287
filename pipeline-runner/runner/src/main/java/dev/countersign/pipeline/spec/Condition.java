package dev.countersign.pipeline.spec;

import dev.countersign.modelrefs.run.Scalar;
import java.util.Map;

/** Holds while a parameter has a value. */
public record Condition(String parameter, Scalar equals) {
  /** Whether it holds for the parameters of a run. */
  public boolean holds(Map<String, Scalar> parameters) {
    return equals.equals(parameters.get(parameter));
  }
}
