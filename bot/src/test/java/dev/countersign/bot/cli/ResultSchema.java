package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published schema of what commands print. Readers must bear keys that they do not know; here
 * every object is closed, so that a key that is printed but not published fails.
 */
final class ResultSchema {
  private static final ObjectNode SCHEMA = read();
  private static final Map<String, JsonSchema> CLOSED = new ConcurrentHashMap<>();

  private ResultSchema() {}

  /** The definition of a name, as published. */
  static JsonNode definition(String name) {
    return SCHEMA.at("/$defs/" + name);
  }

  /** Fails if a command may not print this. */
  static void assertPublished(String command, JsonNode printed) {
    String name = printed.has("error") ? "error" : command;
    assertThat(SCHEMA.path("$defs").has(name)).as("$defs/%s is published", name).isTrue();
    assertThat(CLOSED.computeIfAbsent(name, ResultSchema::closed).validate(printed))
        .as("%s prints what is published: %s", command, printed)
        .isEmpty();
  }

  private static JsonSchema closed(String name) {
    ObjectNode schema = SCHEMA.deepCopy();
    schema.remove("anyOf");
    schema.remove("$id");
    close(schema);
    schema.put("$ref", "#/$defs/" + name);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(ResultSchema::close);
  }

  private static ObjectNode read() {
    try (InputStream in =
        ResultSchema.class.getResourceAsStream("/schemas/command-results-1.json")) {
      return (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
