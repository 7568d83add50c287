package dev.countersign.samples.diamonds.model;

import dev.countersign.samples.diamonds.data.Diamond;
import java.util.List;

/** The model's inputs in the order it takes them. */
public record InputSchema(List<Feature> features) {
  /** What this sample trains on; defaults are a usual diamond's. */
  public static final InputSchema DIAMONDS =
      new InputSchema(
          List.of(
              new Feature.Numeric("carat", 0.7),
              new Feature.Category("cut", Diamond.CUTS, "Ideal"),
              new Feature.Category("color", Diamond.COLORS, "G"),
              new Feature.Category("clarity", Diamond.CLARITIES, "SI1"),
              new Feature.Numeric("depth", 61.8),
              new Feature.Numeric("table", 57),
              new Feature.Numeric("x", 5.7),
              new Feature.Numeric("y", 5.71),
              new Feature.Numeric("z", 3.53)));

  public InputSchema {
    features = List.copyOf(features);
  }

  /** Names in order. */
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /** The rows as one matrix, row by row. */
  public float[] matrix(List<Diamond> rows) {
    float[] matrix = new float[rows.size() * features.size()];
    int cell = 0;
    for (Diamond row : rows) {
      for (Feature feature : features) {
        matrix[cell++] = feature.value(row);
      }
    }
    return matrix;
  }
}
