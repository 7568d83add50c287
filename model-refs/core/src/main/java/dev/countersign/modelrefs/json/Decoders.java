package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.value.Timestamp;
import dev.countersign.modelrefs.value.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The decoders that readers are put together from. All are stateless. */
public final class Decoders {
  private Decoders() {}

  /** A string. */
  public static Decoder<String> text() {
    return value -> {
      if (!value.node().isTextual()) {
        throw value.stop("must be a string, is " + describe(value.node()));
      }
      return value.node().textValue();
    };
  }

  /** A string with at least one character that is not white space. */
  public static Decoder<String> nonBlank() {
    return value -> {
      String text = text().decode(value);
      if (text.isBlank()) {
        throw value.stop("must not be blank");
      }
      return text;
    };
  }

  /**
   * A string in a form of its own; the parser's {@link IllegalArgumentException} is the problem.
   */
  public static <T> Decoder<T> parsed(Function<String, T> parser) {
    return value -> {
      try {
        return parser.apply(text().decode(value));
      } catch (IllegalArgumentException e) {
        throw value.stop(String.valueOf(e.getMessage()));
      }
    };
  }

  /** A whole number between two bounds, both included. */
  public static Decoder<Long> integer(long min, long max) {
    return value -> {
      JsonNode node = value.node();
      if (!node.isNumber() || !isWhole(node.doubleValue())) {
        throw value.stop("must be a whole number, is " + describe(node));
      }
      if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
        throw value.stop("must lie between %d and %d, is %s".formatted(min, max, describe(node)));
      }
      return node.longValue();
    };
  }

  /** A finite number. */
  public static Decoder<Double> number() {
    return value -> {
      if (!value.node().isNumber()) {
        throw value.stop("must be a number, is " + describe(value.node()));
      }
      return value.node().doubleValue();
    };
  }

  /** {@code true} or {@code false}. */
  public static Decoder<Boolean> flag() {
    return value -> {
      if (!value.node().isBoolean()) {
        throw value.stop("must be true or false, is " + describe(value.node()));
      }
      return value.node().booleanValue();
    };
  }

  /** A point in time as in RFC 3339, with {@code Z}. */
  public static Decoder<Instant> instant() {
    return value -> {
      String text = text().decode(value);
      return Timestamp.parse(text)
          .orElseThrow(
              () -> value.stop("\"" + text + "\" is not a time such as 2026-05-03T14:00:00Z"));
    };
  }

  /**
   * One of an enum's constants, written in lower camel case ({@code NON_INFERIOR} as {@code
   * nonInferior}).
   */
  public static <E extends Enum<E>> Decoder<E> oneOf(Class<E> type) {
    return oneOf(type, WireName::camelCase);
  }

  /** One of an enum's constants, in a written form of the format's own. */
  public static <E extends Enum<E>> Decoder<E> oneOf(Class<E> type, Function<E, String> written) {
    return value -> {
      String text = text().decode(value);
      for (E constant : type.getEnumConstants()) {
        if (written.apply(constant).equals(text)) {
          return constant;
        }
      }
      List<String> names = Arrays.stream(type.getEnumConstants()).map(written).toList();
      throw value.stop(
          "\"%s\" is not one of %s%s"
              .formatted(text, String.join(", ", names), Suggestion.of(text, names)));
    };
  }

  /** An object, read key by key. */
  public static <T> Decoder<T> object(Function<ObjectReader, T> reader) {
    return value -> {
      if (!value.node().isObject()) {
        throw value.stop("must be an object, is " + describe(value.node()));
      }
      return reader.apply(new ObjectReader(value));
    };
  }

  /** An array; every element is read even if one before it has a problem. */
  public static <T> Decoder<List<T>> list(Decoder<T> element) {
    return value -> {
      if (!value.node().isArray()) {
        throw value.stop("must be an array, is " + describe(value.node()));
      }
      List<T> elements = new ArrayList<>();
      boolean broken = false;
      for (int i = 0; i < value.node().size(); i++) {
        try {
          elements.add(element.decode(value.element(i, value.node().get(i))));
        } catch (JsonValue.Stop stop) {
          broken = true;
        }
      }
      if (broken) {
        throw new JsonValue.Stop();
      }
      return List.copyOf(elements);
    };
  }

  /**
   * An object used as a map, in the document's order; every value is read even if one has a
   * problem.
   */
  public static <T> Decoder<Map<String, T>> map(Decoder<T> element) {
    return value -> {
      if (!value.node().isObject()) {
        throw value.stop("must be an object, is " + describe(value.node()));
      }
      Map<String, T> entries = new LinkedHashMap<>();
      boolean broken = false;
      for (Map.Entry<String, JsonNode> entry : value.node().properties()) {
        try {
          entries.put(
              entry.getKey(), element.decode(value.child(entry.getKey(), entry.getValue())));
        } catch (JsonValue.Stop stop) {
          broken = true;
        }
      }
      if (broken) {
        throw new JsonValue.Stop();
      }
      return Collections.unmodifiableMap(entries);
    };
  }

  private static boolean isWhole(double number) {
    return Math.rint(number) == number;
  }

  private static String describe(JsonNode node) {
    String text = node.toString();
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
