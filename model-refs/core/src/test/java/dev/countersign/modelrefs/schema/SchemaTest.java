package dev.countersign.modelrefs.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.run.codec.RunReportFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas and the readers agree: on the examples, and on what is wrong. */
class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"first", "second", "rollback", "adopted"})
  void acceptsEveryExampleOfAReference(String name) throws IOException {
    JsonNode example = resource("/references/" + name + ".json");

    assertThat(validate("model-reference-1", example)).isEmpty();
    assertThat(errors(closed("model-reference-1"), example))
        .as("the schema describes every key that is written")
        .isEmpty();
  }

  @Test
  void acceptsAWholeRunReport() throws IOException {
    JsonNode report = StrictJson.read(RunReportCodec.encode(RunReportFixtures.report()), "report");

    assertThat(validate("run-report-1", report)).isEmpty();
  }

  @Test
  void acceptsUnknownKeysOfAReference_andRefusesThoseOfARunReport() throws IOException {
    ObjectNode reference = (ObjectNode) resource("/references/second.json");
    ObjectNode report =
        (ObjectNode) StrictJson.read(RunReportCodec.encode(RunReportFixtures.report()), "report");

    assertThat(validate("model-reference-1", reference.put("later", 1))).isEmpty();
    assertThat(validate("run-report-1", report.put("later", 1))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/schemaVersion | \"2.0\"",
        "/model | \"Diamonds\"",
        "/model | \"outcomes\"",
        "/environment | \"-x\"",
        "/version | \"1.0\"",
        "/highestVersion | \"01.0.0\"",
        "/sequence | 0",
        "/sequence | 1.5",
        "/origin | \"Trained\"",
        "/origin | \"rollback\"",
        "/rollbackOf | {\"sequence\": 1}",
        "/artifact/uri | \"http://x/y/\"",
        "/artifact/uri | \"gs://bucket/folder\"",
        "/artifact/uri | \"gs://user@bucket/folder/\"",
        "/artifact/uri | \"gs://bucket/folder/#x/\"",
        "/artifact/layout | \"in-place\"",
        "/artifact/digest | \"sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709\"",
        "/artifact/digest | null",
        "/artifact/sizeBytes | -1",
        "/artifact/base | {}",
        "/artifact/files/0/path | \"../x\"",
        "/artifact/files/0/path | \"/etc/passwd\"",
        "/artifact/files/0/path | \"a\\\\b\"",
        "/artifact/files/0/sha256 | \"sha256:00\"",
        "/evaluation/task | \"ranking\"",
        "/evaluation/verdict | \"nonInferior\"",
        "/evaluation/metrics/0/value | \"543.2\"",
        "/evaluation/metrics/0/interval | [1]",
        "/evaluation/metrics/0/direction | \"down\"",
        "/evaluation/metrics/1/slice | \"carat\"",
        "/evaluation/gates/0/outcome | \"waived\"",
        "/evaluation/gates/0/kind | \"non-inferior\"",
        "/provenance/run/finishedAt | \"2026-05-03 14:00\"",
        "/provenance/run/id | \" \"",
        "/provenance/parameters/eta | [1]",
        "/provenance/data | {}",
        "/provenance/proposedBy | {}",
        "/provenance/proposedBy | [{\"forge\": \"gitlab\", \"login\": \"bob\"}]",
        "/targets | []",
        "/steps | {}"
      })
  void refusesAReference_asTheReaderDoes(String pointer, String value) throws IOException {
    ObjectNode reference = (ObjectNode) resource("/references/second.json");
    replace(reference, pointer, value);

    assertThat(validate("model-reference-1", reference)).isNotEmpty();
    assertThatThrownBy(() -> ReferenceCodec.decode(sealed(reference), "reference"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/schemaVersion | \"2.0\"",
        "/task | \"ranking\"",
        "/metrics/rmse | \"NaN\"",
        "/metrics/rmse | null",
        "/repeats/rmse | [\"1\"]",
        "/predictions | \"../p.csv\"",
        "/artifact | {\"path\": \"model\"}",
        "/dataset/digest | \"7f\"",
        "/definitions/0/direction | \"up\"",
        "/bump | \"small\"",
        "/steps/0/inputs/rows | \"sha256:00\"",
        "/plots/0/path | \"/tmp/x.png\"",
        "/run/startedAt | \"yesterday\"",
        "/data/0/rows | -1",
        "/typo | 1"
      })
  void refusesARunReport_asTheReaderDoes(String pointer, String value) throws IOException {
    ObjectNode report =
        (ObjectNode) StrictJson.read(RunReportCodec.encode(RunReportFixtures.report()), "report");
    replace(report, pointer, value);

    assertThat(validate("run-report-1", report)).isNotEmpty();
    assertThatThrownBy(() -> RunReportCodec.decode(bytes(report), "report"))
        .isInstanceOf(CountersignException.class);
  }

  @ParameterizedTest(name = "without {0}")
  @ValueSource(
      strings = {
        "/evaluation",
        "/serving",
        "/changeRequest",
        "/evaluation/baseline",
        "/artifact/files/0/storeVersion",
        "/provenance/report",
        "/provenance/run/launchedBy"
      })
  void agreesThatAKeyMayBeAbsentOrNull(String pointer) throws IOException {
    ObjectNode absent = (ObjectNode) resource("/references/second.json");
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) absent.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
    ObjectNode nothing = (ObjectNode) resource("/references/second.json");
    replace(nothing, pointer, "null");

    for (ObjectNode reference : Set.of(absent, nothing)) {
      assertThat(validate("model-reference-1", reference)).isEmpty();
      assertThatCode(() -> ReferenceCodec.decode(sealed(reference), "reference"))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model-reference-1", "run-report-1"})
  void hasTheIdItIsPublishedUnder(String name) throws IOException {
    assertThat(schema(name).get("$id").textValue())
        .isEqualTo("https://countersign.dev/schemas/" + name + ".json");
  }

  private static void replace(ObjectNode document, String pointer, String value)
      throws IOException {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = document.at(pointer.substring(0, slash));
    String key = pointer.substring(slash + 1);
    ((ObjectNode) parent).set(key, MAPPER.readTree(value));
  }

  private static byte[] sealed(ObjectNode reference) {
    reference.remove("checksum");
    return bytes(reference.put("checksum", CanonicalJson.digest(reference).toString()));
  }

  private static byte[] bytes(JsonNode document) {
    return document.toString().getBytes(UTF_8);
  }

  private static Set<ValidationMessage> validate(String name, JsonNode document)
      throws IOException {
    return errors(schema(name), document);
  }

  private static Set<ValidationMessage> errors(JsonNode schema, JsonNode document) {
    JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    return compiled.validate(document);
  }

  /** The schema with every object closed. */
  private static JsonNode closed(String name) throws IOException {
    JsonNode schema = schema(name);
    for (JsonNode object : schema.findParents("required")) {
      if (object.has("properties") && object.has("type")) {
        ((ObjectNode) object).put("additionalProperties", false);
      }
    }
    return schema;
  }

  private static JsonNode schema(String name) throws IOException {
    return resource("/schemas/" + name + ".json");
  }

  private static JsonNode resource(String path) throws IOException {
    try (InputStream in = SchemaTest.class.getResourceAsStream(path)) {
      return MAPPER.readTree(in);
    }
  }
}
