package dev.countersign.pipeline.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML document from outside as if it were JSON: UTF-8, at most 1 MiB, depth at most 50,
 * no duplicate keys. Anchors, aliases and tags are refused, so that no document grows when read and
 * none names a Java type. What is left obeys the limits of {@link StrictJson}.
 */
public final class StrictYaml {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              YAMLFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(64 * 1024)
                          .maxNameLength(1024)
                          .maxNumberLength(100)
                          .maxDocumentLength(StrictJson.MAX_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final ObjectMapper JSON = new ObjectMapper();

  private StrictYaml() {}

  /**
   * Reads a document.
   *
   * @param what how to name it in errors: a file name, or what it is
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID}, naming the place
   */
  public static JsonNode read(byte[] bytes, String what) {
    if (bytes.length > StrictJson.MAX_BYTES) {
      throw invalid(
          what,
          "$",
          "is %d bytes; at most %d are read".formatted(bytes.length, StrictJson.MAX_BYTES));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      refuseReferencesAndTags(text, what);
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isMissingNode() || tree.isNull()) {
        throw invalid(what, "$", "is empty; a YAML document was expected");
      }
      return StrictJson.read(JSON.writeValueAsBytes(tree), what);
    } catch (CharacterCodingException e) {
      throw invalid(what, "$", "is not valid UTF-8");
    } catch (JsonProcessingException e) {
      throw invalid(what, place(e.getLocation()), sentences(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new CountersignException(ErrorCode.BUG, "reading bytes in memory failed", e);
    }
  }

  /** The tree reader would pass over tags and anchors, and read an alias as a string. */
  private static void refuseReferencesAndTags(String text, String what) throws IOException {
    try (YAMLParser parser = (YAMLParser) MAPPER.getFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) {
          throw invalid(what, place(parser), "an alias (*) is not allowed; repeat the value");
        }
        if (parser.getObjectId() != null) {
          throw invalid(what, place(parser), "an anchor (&) is not allowed; repeat the value");
        }
        if (parser.getTypeId() != null) {
          throw invalid(
              what, place(parser), "the tag \"%s\" is not allowed".formatted(parser.getTypeId()));
        }
      }
    }
  }

  private static String place(YAMLParser parser) {
    return place(parser.currentTokenLocation());
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "$"
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** The parser's own sentences; the indented lines between them repeat the input. */
  private static String sentences(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .collect(Collectors.joining(", "));
  }

  private static CountersignException invalid(String what, String path, String message) {
    return new CountersignException(
        ErrorCode.INPUT_INVALID,
        "\"%s\" is not a YAML document that Countersign reads".formatted(what),
        List.of(new Problem(path, message)));
  }
}
