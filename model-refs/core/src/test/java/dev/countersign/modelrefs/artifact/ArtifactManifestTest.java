package dev.countersign.modelrefs.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.artifact.codec.ManifestCodec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactManifestTest {
  @Test
  void hasTheDigestOfItsCanonicalBytes() {
    ArtifactManifest manifest = manifest("b.bin", "a/c.bin");

    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    String canonical =
        "[{\"path\":\"a/c.bin\",\"sha256\":\"%s\",\"sizeBytes\":0},".formatted(empty)
            + "{\"path\":\"b.bin\",\"sha256\":\"%s\",\"sizeBytes\":0}]".formatted(empty);
    assertThat(new String(ManifestCodec.encode(manifest), UTF_8)).isEqualTo(canonical);
    assertThat(manifest.digest()).isEqualTo(Digest.of(canonical.getBytes(UTF_8)));
  }

  @Test
  void tellsArtifactsApartThatDifferOnlyInNames() {
    assertThat(manifest("a.bin", "b.bin").digest())
        .isNotEqualTo(manifest("a.bin", "c.bin").digest());
  }

  @ParameterizedTest
  @DisplayName("Fault row 8: two paths that a file system would merge are refused")
  @CsvSource({
    "a.bin, a.bin",
    "Model.bin, model.bin",
    "x/Ä, x/ä",
    "ﬁle, file",
    "a/STRASSE, a/straße"
  })
  void refusesPathsThatCollide(String one, String other) {
    assertThatThrownBy(() -> manifest(one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differs from another one only by case");
  }

  @Test
  void refusesAnEmptyManifest() {
    assertThatThrownBy(() -> new ArtifactManifest(List.of())).hasMessageContaining("at least one");
  }

  @Test
  void readsItsOwnBytes_andNoOthers() {
    ArtifactManifest manifest = manifest("a", "b");
    byte[] bytes = ManifestCodec.encode(manifest);

    assertThat(ManifestCodec.decode(bytes, manifest.digest(), "m")).isEqualTo(manifest);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> ManifestCodec.decode(shorter, manifest.digest(), "m"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISMATCH))
        .hasMessageContaining(Digest.of(shorter).toString());
  }

  @Test
  void refusesAManifestThatHasItsDigestButNotItsForm() {
    byte[] bytes =
        "[{\"path\":\"../x\",\"sha256\":\"00\",\"sizeBytes\":-1,\"mode\":7}]".getBytes(UTF_8);

    assertThatThrownBy(() -> ManifestCodec.decode(bytes, Digest.of(bytes), "m"))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.problems()).hasSize(4));
  }

  private static ArtifactManifest manifest(String... paths) {
    return new ArtifactManifest(
        Arrays.stream(paths)
            .map(path -> new ManifestEntry(new ArtifactPath(path), Digest.of(new byte[0]), 0))
            .toList());
  }
}
