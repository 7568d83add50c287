package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads one JSON document from outside: UTF-8, at most 1 MiB, depth at most 50, strings at most 64
 * KiB, no duplicate keys, no comments, no NaN or Infinity, nothing after the document. Whole
 * numbers must lie within 2^53, so that every reader in every language sees the same value.
 */
public final class StrictJson {
  /** The largest document that is read. */
  public static final int MAX_BYTES = 1 << 20;

  /** The largest whole number that every reader sees alike (RFC 8259, section 6). */
  public static final long MAX_SAFE_INTEGER = 1L << 53;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(64 * 1024)
                          .maxNameLength(1024)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Parsed, so that ScalarRules can refuse them by the path of the value.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private StrictJson() {}

  /**
   * Reads a document.
   *
   * @param what how to name it in errors: a file name, or what it is
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID}, naming the place; of a document
   *     that parses, every value that is not readable
   */
  public static JsonNode read(byte[] bytes, String what) {
    return read(bytes, what, MAX_BYTES);
  }

  /** As {@link #read(byte[], String)}, with another largest size. */
  public static JsonNode read(byte[] bytes, String what, int maxBytes) {
    if (bytes.length > maxBytes) {
      throw invalid(
          what, "$", "is %d bytes; at most %d are read".formatted(bytes.length, maxBytes));
    }
    try {
      // From text, not from bytes: Jackson would otherwise guess UTF-16 and UTF-32.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isMissingNode()) {
        throw invalid(what, "$", "is empty; a JSON document was expected");
      }
      Problems problems = new Problems();
      ScalarRules.check(tree, "$", problems);
      problems.throwIfAny(ErrorCode.INPUT_INVALID, title(what));
      return tree;
    } catch (CharacterCodingException e) {
      throw invalid(what, "$", "is not valid UTF-8");
    } catch (JsonProcessingException e) {
      throw invalid(what, place(e), e.getOriginalMessage());
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "$"
        : "line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static CountersignException invalid(String what, String path, String message) {
    return new CountersignException(
        ErrorCode.INPUT_INVALID, title(what), List.of(new Problem(path, message)));
  }

  private static String title(String what) {
    return "\"%s\" is not a document that Countersign reads".formatted(what);
  }
}
