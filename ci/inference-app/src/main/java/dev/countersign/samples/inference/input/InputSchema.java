package dev.countersign.samples.inference.input;

import java.util.List;

/**
 * What a model takes and gives, as {@code input-schema.json} beside it says.
 *
 * @param features in the order that the model was trained with
 * @param target what is predicted
 */
public record InputSchema(List<Feature> features, Target target) {
  /** What is predicted, and its unit, such as {@code USD}. */
  public record Target(String name, String unit) {}

  /**
   * @throws IllegalArgumentException if there is no feature or two have the same name
   */
  public InputSchema {
    features = List.copyOf(features);
    long names = features.stream().map(Feature::name).distinct().count();
    if (features.isEmpty() || names != features.size()) {
      throw new IllegalArgumentException("features must have different names, and be at least one");
    }
  }
}
