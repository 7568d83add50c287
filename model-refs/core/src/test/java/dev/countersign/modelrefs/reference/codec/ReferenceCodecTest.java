package dev.countersign.modelrefs.reference.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ArtifactFile;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceCodecTest {
  private static final String WHAT = "model-reference.json";

  static Map<String, ModelReference> references() {
    return Map.of(
        "first", ReferenceFixtures.first(),
        "second", ReferenceFixtures.second(),
        "rollback", ReferenceFixtures.rollback(),
        "adopted", ReferenceFixtures.adopted());
  }

  static List<String> names() {
    return references().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void writesTheBytesThatAreKeptAsExamples(String name) throws IOException {
    byte[] example;
    try (InputStream in = getClass().getResourceAsStream("/references/" + name + ".json")) {
      example = in.readAllBytes();
    }

    assertThat(new String(ReferenceCodec.encode(references().get(name)), UTF_8))
        .isEqualTo(new String(example, UTF_8));
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsWhatItWrote(String name) {
    ModelReference reference = references().get(name);

    ReferenceDocument read = ReferenceCodec.decode(ReferenceCodec.encode(reference), WHAT);

    assertThat(read.reference()).isEqualTo(reference);
    assertThat(read.checksum()).isEqualTo(ReferenceCodec.checksum(reference));
    assertThat(read.writersBytes()).isTrue();
  }

  @Test
  void acceptsOtherWhiteSpace_andSaysThatTheseAreNotTheWritersBytes() {
    byte[] compact = CanonicalJson.bytes(StrictJson.read(encoded(), WHAT));

    ReferenceDocument read = ReferenceCodec.decode(compact, WHAT);

    assertThat(read.reference()).isEqualTo(ReferenceFixtures.second());
    assertThat(read.writersBytes()).isFalse();
  }

  @Test
  void ignoresKeysOfALaterMinorVersion_butCountsThemInTheChecksum() {
    byte[] later =
        sealed(
            document -> {
              document.put("schemaVersion", "1.7");
              document.put("carbonFootprint", 12.5);
            });

    ReferenceDocument read = ReferenceCodec.decode(later, WHAT);

    assertThat(read.reference()).isEqualTo(ReferenceFixtures.second());
    assertThat(read.checksum()).isNotEqualTo(ReferenceCodec.checksum(ReferenceFixtures.second()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "0.9", "1", "1.0.0", "one", ""})
  void refusesAnotherMajorVersion_andSaysOnlyThat(String version) {
    byte[] other =
        sealed(
            document -> {
              document.put("schemaVersion", version);
              document.remove("artifact");
            });

    assertThat(problems(other)).extracting(Problem::path).containsExactly("$.schemaVersion");
    assertThat(problems(other).get(0).message()).contains("\"" + version + "\"");
  }

  @Test
  void refusesAChangedByte_withTheChecksumWrittenAndTheOneComputed() {
    String changed = new String(encoded(), UTF_8).replace("\"alice\"", "\"mallory\"");

    assertThatThrownBy(() -> ReferenceCodec.decode(changed.getBytes(UTF_8), WHAT))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CHECKSUM_MISMATCH))
        .hasMessageContaining(ReferenceCodec.checksum(ReferenceFixtures.second()).toString());
  }

  @ParameterizedTest
  @DisplayName("Fault row 11: a digest field in any other form is named, nothing weaker is taken")
  @ValueSource(
      strings = {
        "\"\"",
        "null",
        "\"sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709\"",
        "\"sha256:da39\"",
        "\"SHA256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
        "\"sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855\"",
        "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
        "\" sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
        "7"
      })
  void namesTheDigestFieldThatWasTamperedWith(String digest) {
    byte[] tampered =
        sealed(
            document ->
                ((ObjectNode) document.get("artifact"))
                    .set("digest", StrictJson.read(digest.getBytes(UTF_8), "a test")));

    assertThat(problems(tampered))
        .hasSize(1)
        .first()
        .satisfies(problem -> assertThat(problem.toString()).contains("artifact", "digest"));
  }

  @Test
  void reportsAllProblemsAtOnce_withTheirPaths() {
    byte[] broken =
        sealed(
            document -> {
              document.put("version", "1.1");
              document.put("sequence", 0);
              document.put("origin", "traind");
              ((ObjectNode) document.at("/artifact/files/0")).put("path", "../model.ubj");
              ((ObjectNode) document.at("/evaluation/metrics/2")).remove("value");
              ((ObjectNode) document.at("/evaluation/gates/0")).put("outcome", "waived");
            });

    assertThat(problems(broken))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "$.version",
            "$.sequence",
            "$.origin",
            "$.artifact.files[0].path",
            "$.evaluation.metrics[2]",
            "$.evaluation.gates[0].outcome");
    assertThat(problems(broken)).extracting(Problem::message).anyMatch(m -> m.contains("trained"));
  }

  @ParameterizedTest
  @CsvSource({"'',targets", "'',steps", "/artifact,base"})
  void refusesReservedKeys(String parent, String key) {
    byte[] reserved =
        sealed(document -> ((ObjectNode) document.at(parent)).putObject(key).put("x", 1));

    assertThat(problems(reserved)).extracting(Problem::message).anyMatch(m -> m.contains(key));
  }

  @Test
  void refusesFieldsThatContradictEachOther() {
    byte[] contradicting = sealed(document -> document.put("highestVersion", "1.0.9"));

    assertThat(problems(contradicting).toString()).contains("highestVersion 1.0.9 is lower");
  }

  @Test
  @DisplayName("Fault row 60: a sequence beyond 2^53 is refused")
  void refusesASequenceThatOtherReadersCannotSee() {
    assertThat(problems(sealed(document -> document.put("sequence", Long.MAX_VALUE))).toString())
        .contains("$.sequence: must lie between 1 and 9007199254740992");
  }

  @Test
  void neverWritesAWaivedGate() {
    ModelReference second = ReferenceFixtures.second();
    List<GateResult> waived =
        second.evaluation().orElseThrow().gates().stream()
            .map(
                gate ->
                    new GateResult(
                        gate.id(),
                        gate.kind(),
                        gate.metric(),
                        gate.margin(),
                        GateOutcome.WAIVED,
                        gate.reason()))
            .toList();
    ModelReference reference =
        copy(second, second.version(), second.sequence(), withoutStoreVersions(second), waived);

    assertThatThrownBy(() -> ReferenceCodec.encode(reference)).hasMessageContaining("waived");
  }

  @Test
  void keepsWhoElseProposedIt_andComparesThem() {
    ModelReference second = ReferenceFixtures.second();
    Provenance provenance = second.provenance();
    Launcher bob = new Launcher("gitlab", Optional.of(7L), "bob", true);
    ModelReference withBob =
        second.withProvenance(provenance.withPeople(provenance.run().launchedBy(), List.of(bob)));

    assertThat(ReferenceCodec.decode(ReferenceCodec.encode(withBob), "reference").reference())
        .isEqualTo(withBob);
    assertThat(ReferenceCodec.sameContent(second, withBob)).isFalse();
    assertThat(withBob.provenance().launchers())
        .containsExactly(provenance.run().launchedBy().orElseThrow(), bob);
  }

  @Test
  void comparesContentWithoutWhatTheMergeAndTheStoreAssign() {
    ModelReference second = ReferenceFixtures.second();
    List<GateResult> gates = second.evaluation().orElseThrow().gates();
    ModelReference renumbered =
        copy(second, new ModelVersion(7, 0, 0), 9, withoutStoreVersions(second), gates);

    assertThat(ReferenceCodec.sameContent(second, renumbered)).isTrue();
    assertThat(ReferenceCodec.checksum(second)).isNotEqualTo(ReferenceCodec.checksum(renumbered));
    assertThat(ReferenceCodec.sameContent(second, ReferenceFixtures.first())).isFalse();
    assertThat(ReferenceCodec.sameContent(second, ReferenceFixtures.rollback())).isFalse();
  }

  private static Artifact withoutStoreVersions(ModelReference reference) {
    var artifact = reference.artifact();
    return new Artifact(
        artifact.uri(),
        artifact.layout(),
        artifact.digest(),
        artifact.sizeBytes(),
        artifact.format(),
        artifact.files().stream()
            .map(file -> new ArtifactFile(file.entry(), Optional.empty()))
            .toList());
  }

  private static ModelReference copy(
      ModelReference from,
      ModelVersion version,
      long sequence,
      Artifact artifact,
      List<GateResult> gates) {
    return new ModelReference(
        from.line(),
        version,
        version,
        sequence,
        from.origin(),
        artifact,
        from.evaluation().map(evaluation -> evaluation.withGates(gates)),
        from.provenance(),
        from.inputSchema(),
        from.changeRequest(),
        from.rollbackOf());
  }

  private static byte[] encoded() {
    return ReferenceCodec.encode(ReferenceFixtures.second());
  }

  /** The second reference after a change, with a checksum that fits it. */
  private static byte[] sealed(Consumer<ObjectNode> change) {
    ObjectNode document = (ObjectNode) StrictJson.read(encoded(), WHAT);
    change.accept(document);
    document.remove("checksum");
    Digest checksum = CanonicalJson.digest(document);
    return CanonicalJson.indented(document.put("checksum", checksum.toString()));
  }

  private static List<Problem> problems(byte[] document) {
    CountersignException refused =
        catchThrowableOfType(
            CountersignException.class, () -> ReferenceCodec.decode(document, WHAT));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID);
    return refused.problems();
  }
}
