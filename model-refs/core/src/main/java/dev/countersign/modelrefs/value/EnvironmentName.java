package dev.countersign.modelrefs.value;

/**
 * The name of a environment a model is deployed to, such as {@code production}; 1 to 63 of {@code
 * a-z}, {@code 0-9} and {@code -}.
 */
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {
  /**
   * @throws IllegalArgumentException naming the value and the rule
   */
  public EnvironmentName {
    Names.check("environment", value);
  }

  @Override
  public int compareTo(EnvironmentName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
