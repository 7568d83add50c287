package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.Objects;

/** A JSON value with its path and the place where its problems are noted. */
public final class JsonValue {
  private final JsonNode node;
  private final String path;
  private final Problems problems;
  private final UnknownKeys unknownKeys;

  JsonValue(JsonNode node, String path, Problems problems, UnknownKeys unknownKeys) {
    this.node = Objects.requireNonNull(node);
    this.path = path;
    this.problems = problems;
    this.unknownKeys = unknownKeys;
  }

  /**
   * Decodes a whole document.
   *
   * @param what how to name the document in errors
   * @throws CountersignException with the given code and every problem found
   */
  public static <T> T decode(
      JsonNode document, UnknownKeys unknownKeys, ErrorCode code, String what, Decoder<T> decoder) {
    Problems problems = new Problems();
    String title = "\"%s\" is not valid".formatted(what);
    try {
      T value = decoder.decode(new JsonValue(document, "$", problems, unknownKeys));
      problems.throwIfAny(code, title);
      return value;
    } catch (Stop stop) {
      problems.throwIfAny(code, title);
      throw new CountersignException(ErrorCode.BUG, "reading stopped without a problem", stop);
    }
  }

  /** The JSON itself. */
  public JsonNode node() {
    return node;
  }

  /** The JSON path of this value. */
  public String path() {
    return path;
  }

  /** Notes a problem and goes on. */
  public void problem(String message) {
    problems.add(path, message);
  }

  /** Notes a problem and gives up on this value; its siblings are still read. */
  public Stop stop(String message) {
    problems.add(path, message);
    return new Stop();
  }

  JsonValue child(String key, JsonNode child) {
    return new JsonValue(child, path + "." + key, problems, unknownKeys);
  }

  JsonValue element(int index, JsonNode child) {
    return new JsonValue(child, path + "[" + index + "]", problems, unknownKeys);
  }

  Problems problems() {
    return problems;
  }

  UnknownKeys unknownKeys() {
    return unknownKeys;
  }

  /** Thrown when a value cannot be decoded; its problem is already noted. */
  public static final class Stop extends RuntimeException {
    Stop() {
      super(null, null, false, false);
    }
  }
}
