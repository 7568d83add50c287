package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Numbers as JSON. */
public final class JsonNumbers {
  private JsonNumbers() {}

  /**
   * A finite number as JSON.
   *
   * @throws IllegalArgumentException if it is NaN or infinite, which JSON cannot say
   */
  public static JsonNode of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no form for " + value);
    }
    return JsonNodeFactory.instance.numberNode(value);
  }
}
