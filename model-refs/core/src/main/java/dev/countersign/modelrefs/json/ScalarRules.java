package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import org.erdtman.jcs.NumberToJSON;

/**
 * What JSON allows and readers in other languages disagree on: numbers that are not finite, whole
 * numbers beyond 2^53 that are not the canonical form of a floating-point number, and strings with
 * half a surrogate pair, which have no UTF-8 bytes (RFC 8785, section 3.2.2.2).
 */
final class ScalarRules {
  private static final BigInteger MAX = BigInteger.valueOf(StrictJson.MAX_SAFE_INTEGER);

  private ScalarRules() {}

  static void check(JsonNode node, String path, Problems problems) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                checkText(entry.getKey(), path, problems);
                check(entry.getValue(), path + "." + entry.getKey(), problems);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), path + "[" + i + "]", problems);
      }
    } else if (node.isTextual()) {
      checkText(node.textValue(), path, problems);
    } else if (node.isNumber()) {
      checkNumber(node, path, problems);
    }
  }

  private static void checkNumber(JsonNode node, String path, Problems problems) {
    if (node.isIntegralNumber()) {
      if (node.bigIntegerValue().abs().compareTo(MAX) > 0 && !isCanonicalDouble(node)) {
        problems.add(path, "\"" + node.asText() + "\" is beyond 2^53");
      }
    } else if (!Double.isFinite(node.doubleValue())) {
      problems.add(path, "is " + node.doubleValue() + "; a finite number was expected");
    }
  }

  /** Below 1e21 RFC 8785 writes a large floating-point number without an exponent. */
  private static boolean isCanonicalDouble(JsonNode node) {
    try {
      return NumberToJSON.serializeNumber(node.doubleValue()).equals(node.asText());
    } catch (IOException e) {
      return false;
    }
  }

  private static void checkText(String text, String path, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        problems.add(path, "has half a surrogate pair (U+%04X)".formatted((int) c));
        return;
      }
    }
  }
}
