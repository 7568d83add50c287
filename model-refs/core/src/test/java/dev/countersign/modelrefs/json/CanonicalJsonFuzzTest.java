package dev.countersign.modelrefs.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any document that is read has one canonical form, which reads as the same")
class CanonicalJsonFuzzTest extends ReaderFuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            "{\"b\":[1,2.50,-0.0,1e-7,333333333.33333329],\"a\":{\"\\u20ac\":\"\\ud83d\\ude00\"}}",
            "[null,true,false,\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",{},[],9007199254740991]",
            "{\"\\u000a\":\"Newline\",\"1\":\"One\",\"\\u0080\":\"\\u007f\",\"\\ufb33\":0}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected void read(byte[] input) {
    JsonNode document = StrictJson.read(input, "document");

    byte[] canonical = CanonicalJson.bytes(document);
    byte[] indented = CanonicalJson.indented(document);
    JsonNode again = StrictJson.read(canonical, "canonical");
    assertThat(CanonicalJson.bytes(again)).isEqualTo(canonical);
    assertThat(CanonicalJson.bytes(StrictJson.read(indented, "indented"))).isEqualTo(canonical);
    assertThat(CanonicalJson.indented(again)).isEqualTo(indented);
    assertThat(texts(again)).isEqualTo(texts(document));
  }

  /** The texts of a document: different ones must never get the same digest. */
  private static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    Stream<String> keys = node.properties().stream().map(entry -> entry.getKey());
    Stream<JsonNode> parts = node.valueStream();
    return Stream.concat(keys, parts.flatMap(part -> texts(part).stream())).sorted().toList();
  }
}
