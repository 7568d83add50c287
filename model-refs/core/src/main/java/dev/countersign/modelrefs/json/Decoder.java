package dev.countersign.modelrefs.json;

/**
 * Turns a JSON value into a domain value. Problems are noted on the value given; a decoder that
 * cannot go on calls {@link JsonValue#stop(String)}.
 */
@FunctionalInterface
public interface Decoder<T> {
  /** The domain value; never null. */
  T decode(JsonValue value);
}
