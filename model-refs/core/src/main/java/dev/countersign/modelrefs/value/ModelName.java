package dev.countersign.modelrefs.value;

/** The name of a model; 1 to 63 of {@code a-z}, {@code 0-9} and {@code -}. */
public record ModelName(String value) implements Comparable<ModelName> {
  /**
   * @throws IllegalArgumentException naming the value and the rule
   */
  public ModelName {
    Names.check("model", value);
  }

  @Override
  public int compareTo(ModelName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
