package dev.countersign.modelrefs.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import dev.countersign.modelrefs.verify.Check.Failed;
import dev.countersign.modelrefs.verify.Check.Noted;
import dev.countersign.modelrefs.verify.Check.Passed;
import dev.countersign.modelrefs.verify.Check.Skipped;
import dev.countersign.modelrefs.verify.Check.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceVerifierTest {
  private static final String WHAT = "model-reference.json";
  private final byte[] bytes = ReferenceCodec.encode(ReferenceFixtures.second());
  @TempDir Path temporary;

  @Test
  void passesAReferenceByItself_andSaysThatTheBytesWereNotRead() {
    Verification verification = ReferenceVerifier.verify(bytes, WHAT);

    assertThat(verification.passed()).isTrue();
    assertThat(verification.reference()).contains(ReferenceFixtures.second());
    assertThat(verification.checks()).extracting(Check::subject).containsExactly(Subject.values());
    assertThat(check(verification, Subject.ARTIFACT)).isInstanceOf(Skipped.class);
  }

  @Test
  void notesThatTheBytesAreNotTheWriters_withoutFailing() {
    byte[] compact = CanonicalJson.bytes(StrictJson.read(bytes, WHAT));

    Verification verification = ReferenceVerifier.verify(compact, WHAT);

    assertThat(verification.passed()).isTrue();
    assertThat(check(verification, Subject.WRITERS_BYTES)).isInstanceOf(Noted.class);
  }

  @Test
  void failsOnlyTheChecksum_ofAReferenceThatWasChanged() {
    String changed = new String(bytes, UTF_8).replace("543.2", "543.3");

    Verification verification = ReferenceVerifier.verify(changed.getBytes(UTF_8), WHAT);

    assertThat(verification.reference()).isEmpty();
    assertThat(check(verification, Subject.FORMAT)).isInstanceOf(Passed.class);
    assertThat(code(verification)).isEqualTo(ErrorCode.CHECKSUM_MISMATCH);
  }

  @Test
  void failsTheFormat_ofSomethingElse() {
    Verification verification = ReferenceVerifier.verify("{}".getBytes(UTF_8), WHAT);

    assertThat(check(verification, Subject.FORMAT)).isInstanceOf(Failed.class);
    assertThat(code(verification)).isEqualTo(ErrorCode.INPUT_INVALID);
  }

  @Test
  void failsTheManifest_whenTheFilesDoNotMakeTheDigest() {
    Artifact artifact = ReferenceFixtures.second().artifact();
    Artifact mixed =
        new Artifact(
            artifact.uri(),
            artifact.layout(),
            artifact.digest(),
            artifact.sizeBytes(),
            artifact.format(),
            ReferenceFixtures.artifact("first model").files());

    Verification verification =
        ReferenceVerifier.verify(ReferenceCodec.encode(withArtifact(mixed)), WHAT);

    assertThat(check(verification, Subject.MANIFEST)).isInstanceOf(Failed.class);
    assertThat(code(verification)).isEqualTo(ErrorCode.DIGEST_MISMATCH);
  }

  @Test
  void readsEveryByteOfTheArtifact() throws IOException {
    Path source = Files.createDirectory(temporary.resolve("model"));
    Files.writeString(source.resolve("model.ubj"), "weights");
    ArtifactStore store = new FileArtifactStore(temporary.resolve("store"));
    Artifact artifact = store.put(new ArtifactDigester(1).digest(source), source, "xgboost-ubj");
    byte[] stored = ReferenceCodec.encode(withArtifact(artifact));

    assertThat(ReferenceVerifier.verify(stored, WHAT, store).passed()).isTrue();
    Files.writeString(Path.of(artifact.uri().path()).resolve("model.ubj"), "weighty");
    Verification verification = ReferenceVerifier.verify(stored, WHAT, store);

    assertThat(check(verification, Subject.ARTIFACT)).isInstanceOf(Failed.class);
    assertThat(code(verification)).isEqualTo(ErrorCode.DIGEST_MISMATCH);
  }

  private static Check check(Verification verification, Subject subject) {
    return verification.checks().stream()
        .filter(check -> check.subject() == subject)
        .findFirst()
        .orElseThrow();
  }

  private static ErrorCode code(Verification verification) {
    return verification.failure().orElseThrow().code();
  }

  private static ModelReference withArtifact(Artifact artifact) {
    ModelReference second = ReferenceFixtures.second();
    return new ModelReference(
        second.line(),
        second.version(),
        second.highestVersion(),
        second.sequence(),
        second.origin(),
        artifact,
        second.evaluation(),
        second.provenance(),
        second.inputSchema(),
        second.changeRequest(),
        second.rollbackOf());
  }
}
