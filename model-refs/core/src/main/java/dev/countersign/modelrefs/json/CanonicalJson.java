package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of JSON of RFC 8785, and the indented form that Countersign keeps in Git: the
 * same key order and number form with two spaces of indent and a line feed at the end.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The RFC 8785 bytes of a document. */
  public static byte[] bytes(JsonNode document) {
    try {
      return new JsonCanonicalizer(document.toString()).getEncodedUTF8();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "a document has no canonical form: " + e.getMessage(), e);
    }
  }

  /** The digest of the RFC 8785 bytes of a document. */
  public static Digest digest(JsonNode document) {
    return Digest.of(bytes(document));
  }

  /** The indented form; equal documents give equal bytes. */
  public static byte[] indented(JsonNode document) {
    String compact = new String(bytes(document), StandardCharsets.UTF_8);
    return (indent(compact) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String indent(String compact) {
    StringBuilder out = new StringBuilder(compact.length() * 2);
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (inString) {
        out.append(c);
        if (c == '\\') {
          out.append(compact.charAt(++i));
        } else if (c == '"') {
          inString = false;
        }
        continue;
      }
      switch (c) {
        case '{', '[' -> {
          out.append(c);
          char next = compact.charAt(i + 1);
          if (next == '}' || next == ']') {
            out.append(next);
            i++;
          } else {
            newLine(out, ++depth);
          }
        }
        case '}', ']' -> {
          newLine(out, --depth);
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine(out, depth);
        }
        case ':' -> out.append(": ");
        default -> {
          inString = c == '"';
          out.append(c);
        }
      }
    }
    return out.toString();
  }

  private static void newLine(StringBuilder out, int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
