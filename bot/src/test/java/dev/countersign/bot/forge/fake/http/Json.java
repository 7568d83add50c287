package dev.countersign.bot.forge.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Builds the JSON of an answer, field by field in the order of the documentation's examples. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  private Json() {}

  public static Json object() {
    return new Json();
  }

  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  public static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> item) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(item.apply(value)));
    return array;
  }

  public static ArrayNode strings(Collection<String> values) {
    return array(values, JsonNodeFactory.instance::textNode);
  }

  /** Sets a field; an empty optional is {@code null}. */
  public Json put(String field, Object value) {
    Object plain = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    node.set(field, plain instanceof JsonNode json ? json : MAPPER.valueToTree(plain));
    return this;
  }

  /** Sets fields to {@code null}. */
  public Json none(String... fields) {
    for (String field : fields) {
      node.putNull(field);
    }
    return this;
  }

  /** Adds all fields of another object. */
  public Json putAll(JsonNode other) {
    node.setAll((ObjectNode) other);
    return this;
  }

  public ObjectNode node() {
    return node;
  }
}
