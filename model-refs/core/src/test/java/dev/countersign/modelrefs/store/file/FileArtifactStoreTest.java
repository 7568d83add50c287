package dev.countersign.modelrefs.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.ArtifactStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileArtifactStoreTest extends ArtifactStoreContract {
  private Path root() {
    return temporary.resolve("store");
  }

  @Override
  protected ArtifactStore newStore() {
    return new FileArtifactStore(root());
  }

  @Override
  protected void overwrite(Artifact artifact, String path, byte[] bytes) throws IOException {
    Files.write(Path.of(artifact.uri().path()).resolve(path), bytes);
  }

  @Override
  protected void delete(Artifact artifact, String path) throws IOException {
    Files.delete(Path.of(artifact.uri().path()).resolve(path));
  }

  @Override
  protected ArtifactUri outside() {
    return new ArtifactUri("file://" + root() + "-other/sha256/" + "0".repeat(64) + "/");
  }

  @Test
  void laysArtifactsOutByDigest_andLeavesNothingElse() throws IOException {
    Artifact artifact = newStore().put(manifest(), source, "f");

    String folder = "sha256/" + artifact.digest().hex();
    assertThat(files())
        .containsExactlyInAnyOrder(folder + "/model.bin", folder + "/schema/input.json");
    assertThat(artifact.uri().value()).isEqualTo("file://" + root() + "/" + folder + "/");
  }

  @Test
  void namesTheManifestOfManyFilesBySha256sum() throws IOException {
    for (int i = 0; i <= ArtifactManifest.MAX_LISTED_FILES; i++) {
      Files.writeString(source.resolve("shard-" + i), "");
    }

    Artifact artifact = newStore().put(manifest(), source, "f");

    Path manifest = root().resolve("sha256/" + artifact.digest().hex() + ".manifest.json");
    assertThat(new ArtifactDigester(1).digest(manifest).files().get(0).sha256())
        .isEqualTo(artifact.digest());
    Files.writeString(manifest, "[]");
    problems(ErrorCode.DIGEST_MISMATCH, () -> newStore().verify(artifact));
    Files.delete(manifest);
    problems(ErrorCode.ARTIFACT_MISSING, () -> newStore().verify(artifact));
  }

  @Test
  @DisplayName("Fault row 10: a full disk is reported with needed and free bytes; nothing is left")
  void reportsAFullDisk_andLeavesNothing() throws IOException {
    ArtifactStore full = new FileArtifactStore(root(), path -> 8);

    assertThatThrownBy(() -> full.put(manifest(), source, "f"))
        .hasMessageContaining("9 bytes are needed, 8 are free");
    problems(ErrorCode.ENVIRONMENT_UNAVAILABLE, () -> full.put(manifest(), source, "f"));
    assertThat(files()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 10: a disk that fills while it is written is reported; nothing is left")
  void reportsADiskThatFillsWhileItIsWritten() throws IOException {
    // A file in the way of a folder fails the write as a full disk does, on every machine.
    Files.createDirectories(root());
    Files.writeString(root().resolve("sha256"), "");

    assertThatThrownBy(() -> newStore().put(manifest(), source, "f"))
        .hasMessageContaining("9 bytes were needed in all");
    problems(ErrorCode.ENVIRONMENT_UNAVAILABLE, () -> newStore().put(manifest(), source, "f"));
    assertThat(files()).containsExactly("sha256");
  }

  @Test
  @DisplayName("Fault row 8: a link and an empty folder in a stored artifact are named")
  void namesLinksAndEmptyFoldersInAStoredArtifact() throws IOException {
    Artifact artifact = newStore().put(manifest(), source, "f");
    Path folder = Path.of(artifact.uri().path());
    Files.createDirectory(folder.resolve("empty"));
    Files.delete(folder.resolve("model.bin"));
    Files.createSymbolicLink(folder.resolve("model.bin"), source.resolve("model.bin"));

    assertThat(problems(ErrorCode.DIGEST_MISMATCH, () -> newStore().verify(artifact)))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "empty: is an empty folder, which a manifest cannot name",
            "model.bin: is a symbolic link",
            "model.bin: is missing");
  }

  @Test
  @DisplayName("I5: what a killed process left is cleared away by the next put")
  void clearsWhatAKilledProcessLeft() throws IOException {
    Path incoming = Files.createDirectories(root().resolve("incoming"));
    String left = ".countersign-incoming-7e57";
    Files.createDirectory(incoming.resolve(left));
    Files.writeString(incoming.resolve(left).resolve("model.bin"), "wei");
    Files.writeString(incoming.resolve(left + ".lock"), "");

    newStore().put(manifest(), source, "f");

    assertThat(incoming).isEmptyDirectory();
  }

  @Test
  void leavesAloneWhatALivingWriterIsWriting() throws IOException {
    Path parent = root().resolve("incoming");
    try (IncomingFolder living = IncomingFolder.in(parent)) {
      Files.writeString(living.folder().resolve("half"), "wei");

      newStore().put(manifest(), source, "f");

      assertThat(living.folder().resolve("half")).hasContent("wei");
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void refusesAFolderWhoseNameHasNoUriForm() {
    assertThatThrownBy(() -> new FileArtifactStore(temporary.resolve("my store")))
        .hasMessageContaining("without spaces");
  }

  private List<String> files() throws IOException {
    if (!Files.exists(root())) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(root())) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root().relativize(file).toString())
          .toList();
    }
  }
}
