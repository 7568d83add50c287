package dev.countersign.bot.review.schema;

import java.nio.charset.StandardCharsets;

/** Input schemas of a live model and of a candidate that takes something else. */
public final class SchemaFixtures {
  private SchemaFixtures() {}

  /** Carat, cut and colour. */
  public static byte[] live() {
    return bytes(
        """
        {"features": [
           {"name": "carat", "type": "number", "default": 0.7},
           {"name": "cut", "type": "category", "categories": ["Fair", "Good"], "default": "Good"},
           {"name": "color", "type": "category", "categories": ["D", "E"], "default": "E"}],
         "target": {"name": "price", "unit": "USD"}}
        """);
  }

  /** One default is another, one field has another type, one is gone, one is new. */
  public static byte[] candidate() {
    return bytes(
        """
        {"features": [
           {"name": "carat", "type": "number", "default": 0.8},
           {"name": "cut", "type": "number", "default": 1},
           {"name": "depth", "type": "number", "default": 61.8}],
         "target": {"name": "price", "unit": "USD"}}
        """);
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
