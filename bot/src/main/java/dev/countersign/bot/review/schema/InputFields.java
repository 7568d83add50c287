package dev.countersign.bot.review.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The fields of a serving input by name: {@code features} of our own form, {@code properties} of a
 * JSON Schema, or a list called {@code inputs}, {@code columns} or {@code fields} whose entries
 * have a name and a type.
 */
public final class InputFields {
  private static final List<String> LISTS = List.of("features", "inputs", "columns", "fields");
  private static final List<String> DETAILS = List.of("default", "categories", "enum", "format");
  private static final int MOST_CHARACTERS = 200;

  private InputFields() {}

  /** The fields; empty if the file is of no form that is known. */
  public static Optional<SortedMap<String, InputField>> read(byte[] schema) {
    try {
      JsonNode root = StrictJson.read(schema, "input schema");
      SortedMap<String, InputField> fields = new TreeMap<>();
      root.path("properties").properties().forEach(each -> put(fields, each));
      LISTS.stream().map(root::path).filter(JsonNode::isArray).forEach(list -> put(fields, list));
      return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    } catch (CountersignException notJson) {
      return Optional.empty();
    }
  }

  private static void put(Map<String, InputField> fields, Map.Entry<String, JsonNode> property) {
    fields.put(property.getKey(), field(property.getValue()));
  }

  private static void put(Map<String, InputField> fields, JsonNode list) {
    for (JsonNode each : list) {
      if (each.path("name").isTextual()) {
        fields.put(each.path("name").asText(), field(each));
      }
    }
  }

  private static InputField field(JsonNode field) {
    JsonNode type = field.has("type") ? field.path("type") : field.path("dtype");
    List<String> details = new ArrayList<>();
    DETAILS.stream()
        .filter(field::has)
        .forEach(name -> details.add(name + " " + words(field.path(name))));
    return new InputField(type.isMissingNode() ? "any" : words(type), String.join(", ", details));
  }

  private static String words(JsonNode value) {
    String words =
        value.isArray()
            ? StreamSupport.stream(value.spliterator(), false)
                .map(InputFields::word)
                .collect(Collectors.joining("/"))
            : word(value);
    return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS) + "…";
  }

  private static String word(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
