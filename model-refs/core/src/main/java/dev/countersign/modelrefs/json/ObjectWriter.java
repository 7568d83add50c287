package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Puts a JSON object together, the counterpart of {@link ObjectReader}: what is absent or empty
 * leaves no key unless the method says otherwise. Not thread-safe.
 */
public final class ObjectWriter {
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  /** A string: the value's {@code toString}. */
  public ObjectWriter text(String key, Object value) {
    node.put(key, value.toString());
    return this;
  }

  /** A string that may be absent. */
  public ObjectWriter text(String key, Optional<?> value) {
    value.ifPresent(present -> text(key, present));
    return this;
  }

  /** A string that leaves no key if it is empty. */
  public ObjectWriter textUnlessEmpty(String key, String value) {
    return value.isEmpty() ? this : text(key, value);
  }

  /** A whole number. */
  public ObjectWriter integer(String key, long value) {
    node.put(key, value);
    return this;
  }

  /** A whole number that may be absent. */
  public ObjectWriter integer(String key, OptionalLong value) {
    value.ifPresent(present -> integer(key, present));
    return this;
  }

  /** A number; finite. */
  public ObjectWriter number(String key, double value) {
    node.set(key, JsonNumbers.of(value));
    return this;
  }

  /** A number that may be absent. */
  public ObjectWriter number(String key, OptionalDouble value) {
    value.ifPresent(present -> number(key, present));
    return this;
  }

  /** {@code true} or {@code false}. */
  public ObjectWriter flag(String key, boolean value) {
    node.put(key, value);
    return this;
  }

  /** Any JSON. */
  public ObjectWriter json(String key, JsonNode value) {
    node.set(key, value);
    return this;
  }

  /** An object or other value that may be absent. */
  public <T> ObjectWriter json(String key, Optional<T> value, Function<T, JsonNode> form) {
    value.ifPresent(present -> json(key, form.apply(present)));
    return this;
  }

  /** A value whose absence is written as {@code null}. */
  public <T> ObjectWriter jsonOrNull(String key, Optional<T> value, Function<T, JsonNode> form) {
    return json(key, value.map(form).orElse(JsonNodeFactory.instance.nullNode()));
  }

  /** An array, also if empty. */
  public <T> ObjectWriter array(String key, List<T> values, Function<T, JsonNode> form) {
    ArrayNode array = node.putArray(key);
    values.forEach(value -> array.add(form.apply(value)));
    return this;
  }

  /** An array that leaves no key if it is empty. */
  public <T> ObjectWriter arrayUnlessEmpty(String key, List<T> values, Function<T, JsonNode> form) {
    return values.isEmpty() ? this : array(key, values, form);
  }

  /** An object used as a map, also if empty. */
  public <T> ObjectWriter map(String key, Map<String, T> values, Function<T, JsonNode> form) {
    ObjectNode object = node.putObject(key);
    values.forEach((name, value) -> object.set(name, form.apply(value)));
    return this;
  }

  /** An object used as a map that leaves no key if it is empty. */
  public <T> ObjectWriter mapUnlessEmpty(
      String key, Map<String, T> values, Function<T, JsonNode> form) {
    return values.isEmpty() ? this : map(key, values, form);
  }

  /** The object. */
  public ObjectNode node() {
    return node;
  }
}
