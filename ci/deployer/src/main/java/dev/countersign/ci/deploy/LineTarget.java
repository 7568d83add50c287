package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.value.ModelEnvironment;

/**
 * One target of one line: the unit that is deployed.
 *
 * @param target the target's name; unique within the line
 */
public record LineTarget(ModelEnvironment line, String target) implements Comparable<LineTarget> {
  @Override
  public int compareTo(LineTarget other) {
    int byLine = line.compareTo(other.line);
    return byLine != 0 ? byLine : target.compareTo(other.target);
  }

  /** {@code model/environment on target}. */
  @Override
  public String toString() {
    return line + " on " + target;
  }
}
