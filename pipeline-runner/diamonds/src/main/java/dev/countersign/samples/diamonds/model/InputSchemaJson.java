package dev.countersign.samples.diamonds.model;

import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.nonBlank;
import static dev.countersign.modelrefs.json.Decoders.number;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.samples.diamonds.data.Diamond;
import java.util.List;

/** {@code input-schema.json}, which lies beside the model and is all that serving it needs. */
public final class InputSchemaJson {
  private InputSchemaJson() {}

  /** The schema as bytes. */
  public static byte[] encode(InputSchema schema) {
    return CanonicalJson.indented(
        new ObjectWriter()
            .array("features", schema.features(), InputSchemaJson::json)
            .json("target", new ObjectWriter().text("name", "price").text("unit", "USD").node())
            .node());
  }

  /**
   * Reads a schema; what serving alone needs of it is passed over.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code INPUT_INVALID}, also for a
   *     feature that is not a column of the data
   */
  public static InputSchema decode(byte[] bytes, String what) {
    Decoder<List<Feature>> features = list(object(InputSchemaJson::feature));
    return JsonValue.decode(
        StrictJson.read(bytes, what),
        UnknownKeys.IGNORED,
        ErrorCode.INPUT_INVALID,
        what,
        object(
            reader -> {
              var read = reader.required("features", features);
              return reader.build(() -> new InputSchema(read.get()));
            }));
  }

  private static Feature feature(ObjectReader reader) {
    var name = reader.required("name", column());
    var categories = reader.optional("categories", list(nonBlank()));
    if (categories.get().isPresent()) {
      var fallback = reader.required("default", text());
      return reader.build(
          () -> new Feature.Category(name.get(), categories.get().get(), fallback.get()));
    }
    var fallback = reader.required("default", number());
    return reader.build(() -> new Feature.Numeric(name.get(), fallback.get()));
  }

  private static Decoder<String> column() {
    return value -> {
      String name = text().decode(value);
      if (!Diamond.COLUMNS.contains(name)) {
        throw value.stop("\"" + name + "\" is not a column of the data");
      }
      return name;
    };
  }

  private static JsonNode json(Feature feature) {
    ObjectWriter writer = new ObjectWriter().text("name", feature.name());
    if (feature instanceof Feature.Category category) {
      return writer
          .text("type", "category")
          .array("categories", category.categories(), TextNode::valueOf)
          .text("default", category.fallback())
          .node();
    }
    return writer
        .text("type", "number")
        .number("default", ((Feature.Numeric) feature).fallback())
        .node();
  }
}
