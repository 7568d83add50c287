package dev.countersign.samples.diamonds.model;

import dev.countersign.samples.diamonds.data.Diamond;
import java.util.List;

/** One input of the model. */
public sealed interface Feature {
  /** Its name, which is a column of the data. */
  String name();

  /** Its number in the model's input. */
  float value(Diamond diamond);

  /**
   * A number.
   *
   * @param fallback for requests that leave it out
   */
  record Numeric(String name, double fallback) implements Feature {
    @Override
    public float value(Diamond diamond) {
      return Float.parseFloat(diamond.cell(name));
    }
  }

  /**
   * One of some words; the model gets its position.
   *
   * @param fallback for requests that leave it out
   */
  record Category(String name, List<String> categories, String fallback) implements Feature {
    public Category {
      categories = List.copyOf(categories);
      if (!categories.contains(fallback)) {
        throw new IllegalArgumentException("\"" + fallback + "\" is not a category of " + name);
      }
    }

    @Override
    public float value(Diamond diamond) {
      return categories.indexOf(diamond.cell(name));
    }
  }
}
