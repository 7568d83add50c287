package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object key by key. Every key is asked for first, then {@link #end()} is called, and only
 * then are the suppliers used: so all problems of an object are found in one reading, and a value
 * is only built when it has none.
 */
public final class ObjectReader {
  private final JsonValue value;
  private final Set<String> known = new LinkedHashSet<>();
  private final int problemsBefore;
  private boolean broken;

  ObjectReader(JsonValue value) {
    this.value = value;
    this.problemsBefore = value.problems().count();
  }

  /** A key that must be there. */
  public <T> Supplier<T> required(String key, Decoder<T> decoder) {
    JsonNode node = take(key);
    if (node == null) {
      value.problem("\"" + key + "\" is missing");
      broken = true;
      return () -> {
        throw new JsonValue.Stop();
      };
    }
    return read(key, node, decoder);
  }

  /** A key that may be absent or null. */
  public <T> Supplier<Optional<T>> optional(String key, Decoder<T> decoder) {
    JsonNode node = take(key);
    if (node == null) {
      return Optional::empty;
    }
    Supplier<T> read = read(key, node, decoder);
    return () -> Optional.of(read.get());
  }

  /** A key that may be absent or null, with the value it then has. */
  public <T> Supplier<T> withDefault(String key, Decoder<T> decoder, T fallback) {
    JsonNode node = take(key);
    return node == null ? () -> fallback : read(key, node, decoder);
  }

  /** A key of the format that this version does not use yet: its presence is refused. */
  public void reserved(String key) {
    if (take(key) != null) {
      value.problem("\"" + key + "\" is reserved and not used by this version");
    }
  }

  /** Notes a problem of the object as a whole. */
  public void problem(String message) {
    value.problem(message);
  }

  /** The path of the object. */
  public String path() {
    return value.path();
  }

  /** Ends the list of known keys; gives up on this object if it has had any problem. */
  public void end() {
    if (value.unknownKeys() == UnknownKeys.REFUSED) {
      value.node().fieldNames().forEachRemaining(this::checkKnown);
    }
    if (broken || value.problems().count() > problemsBefore) {
      throw new JsonValue.Stop();
    }
  }

  /**
   * Ends the list of known keys as {@link #end()} does, then builds the value; an {@link
   * IllegalArgumentException} of its constructor is a problem of the object.
   */
  public <T> T build(Supplier<T> constructor) {
    end();
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw value.stop(String.valueOf(e.getMessage()));
    }
  }

  private void checkKnown(String key) {
    if (!known.contains(key)) {
      value.problem("unknown key \"" + key + "\"" + Suggestion.of(key, known));
    }
  }

  private <T> Supplier<T> read(String key, JsonNode node, Decoder<T> decoder) {
    try {
      T decoded = Objects.requireNonNull(decoder.decode(value.child(key, node)));
      return () -> decoded;
    } catch (JsonValue.Stop stop) {
      broken = true;
      return () -> {
        throw new JsonValue.Stop();
      };
    }
  }

  private @Nullable JsonNode take(String key) {
    known.add(key);
    JsonNode node = value.node().get(key);
    return node == null || node.isNull() ? null : node;
  }
}
