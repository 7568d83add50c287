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
    return (new Indenter(compact).indented() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
