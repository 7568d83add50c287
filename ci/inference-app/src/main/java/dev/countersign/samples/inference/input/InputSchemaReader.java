package dev.countersign.samples.inference.input;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.samples.inference.input.Feature.CategoryFeature;
import dev.countersign.samples.inference.input.Feature.Input;
import dev.countersign.samples.inference.input.Feature.NumberFeature;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code input-schema.json}. */
public final class InputSchemaReader {
  /** The name of the file beside the model. */
  public static final String FILE = "input-schema.json";

  private InputSchemaReader() {}

  /**
   * Reads a schema.
   *
   * @throws CountersignException {@code INPUT_INVALID} with every problem
   */
  public static InputSchema read(byte[] bytes) {
    return JsonValue.decode(
        StrictJson.read(bytes, FILE),
        UnknownKeys.REFUSED,
        ErrorCode.INPUT_INVALID,
        FILE,
        Decoders.object(
            reader -> {
              var features = reader.required("features", Decoders.list(feature()));
              var target = reader.required("target", target());
              return reader.build(() -> new InputSchema(features.get(), target.get()));
            }));
  }

  private static Decoder<Feature> feature() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var type = reader.required("type", Decoders.nonBlank());
          var categories =
              reader.withDefault("categories", Decoders.list(Decoders.text()), List.of());
          Supplier<Optional<Input>> fallback =
              reader.optional("default", fallback(categories.get()));
          return reader.build(
              () -> feature(type.get(), name.get(), categories.get(), fallback.get()));
        });
  }

  private static Decoder<Input> fallback(List<String> categories) {
    return categories.isEmpty() ? NumberFeature.any() : CategoryFeature.oneOf(categories);
  }

  private static Feature feature(
      String type, String name, List<String> categories, Optional<Input> fallback) {
    return switch (type) {
      case "number" -> number(name, categories, fallback);
      case "category" -> category(name, categories, fallback);
      default ->
          throw new IllegalArgumentException("\"" + type + "\" is not one of number, category");
    };
  }

  private static Feature number(String name, List<String> categories, Optional<Input> fallback) {
    if (!categories.isEmpty()) {
      throw new IllegalArgumentException("a number has no categories");
    }
    return new NumberFeature(name, fallback);
  }

  private static Feature category(String name, List<String> categories, Optional<Input> fallback) {
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("a category lists its categories");
    }
    return new CategoryFeature(name, categories, fallback);
  }

  private static Decoder<InputSchema.Target> target() {
    return Decoders.object(
        (ObjectReader reader) -> {
          var name = reader.required("name", Decoders.nonBlank());
          var unit = reader.withDefault("unit", Decoders.text(), "");
          return reader.build(() -> new InputSchema.Target(name.get(), unit.get()));
        });
  }
}
