package dev.countersign.modelrefs.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a folder's store copies what it receives, and what is left of it. */
class ReceivedFolderTest {
  private static final int LARGE = 3_000_001;

  @TempDir private Path temporary;
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
  private Path source;
  private Path root;
  private ArtifactStore store;

  @BeforeEach
  void makeSourceAndStore() throws IOException {
    source = Files.createDirectory(temporary.resolve("source"));
    root = temporary.resolve("store");
    store = new FileArtifactStore(root, path -> free.get());
    write("weights.bin", 1);
    Files.writeString(source.resolve("config.json"), "{}");
  }

  @Test
  void readsTheSourceOnce_soThatItMayBeGoneWhenItIsKept() throws IOException {
    ArtifactManifest manifest = manifest();
    try (ReceivedArtifact received = store.receive(source)) {
      Files.delete(source.resolve("weights.bin"));

      Artifact kept = received.keep("f");

      assertThat(store.verify(kept)).isEqualTo(manifest);
    }
    assertThat(root.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void isNotSeen_untilItIsKept() throws IOException {
    try (ReceivedArtifact received = store.receive(source)) {
      assertThat(files()).noneMatch(file -> file.startsWith("sha256"));

      received.keep("f");

      assertThat(files()).filteredOn(file -> file.startsWith("sha256")).hasSize(2);
    }
  }

  @Test
  void leavesNothing_whenItIsDiscarded() throws IOException {
    store.receive(source).close();

    assertThat(files()).isEmpty();
    assertThat(root.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  @DisplayName("I5: what a process left that was killed between receiving and keeping is cleared")
  void clearsWhatAKilledReceiverLeft_alsoWhenNothingIsCopied() throws IOException {
    store.put(manifest(), source, "f");
    Path left = Files.createDirectories(root.resolve("incoming/.countersign-incoming-7e57"));
    Files.write(left.resolve("weights.bin"), new byte[100]);
    Files.writeString(left.resolveSibling(left.getFileName() + ".lock"), "");

    store.receive(source).close();

    assertThat(root.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void copiesNothing_thatLooksStored() throws IOException {
    store.put(manifest(), source, "f");

    try (ReceivedArtifact received = store.receive(source)) {
      assertThat(root.resolve("incoming")).isEmptyDirectory();
      assertThat(received.manifest()).isEqualTo(manifest());
    }
  }

  @Test
  void copiesAModelOfTheSameShapeAndSizes() throws IOException {
    store.put(manifest(), source, "f");
    write("weights.bin", 2);

    try (ReceivedArtifact received = store.receive(source)) {
      assertThat(files()).filteredOn(file -> file.startsWith("incoming")).hasSize(3);
      assertThat(store.verify(received.keep("f"))).isEqualTo(manifest());
    }
  }

  @Test
  @DisplayName("I3: an artifact that only looks stored is stored under its own digest")
  void keepsWhatOnlyLooksStored() throws IOException {
    Artifact other = store.put(manifest(), source, "f");
    byte[] bytes = Files.readAllBytes(source.resolve("weights.bin"));
    bytes[200_000] ^= 1;
    Files.write(source.resolve("weights.bin"), bytes);

    try (ReceivedArtifact received = store.receive(source)) {
      Artifact kept = received.keep("f");

      assertThat(kept.digest()).isNotEqualTo(other.digest());
      assertThat(store.verify(kept)).isEqualTo(manifest());
    }
  }

  @Test
  @DisplayName("Fault row 10: without room only the digest is made; keeping says what is missing")
  void makesOnlyTheDigest_withoutRoom() throws IOException {
    free.set(8);
    try (ReceivedArtifact received = store.receive(source)) {
      assertThat(received.manifest()).isEqualTo(manifest());
      assertThat(files()).isEmpty();
      assertThatThrownBy(() -> received.keep("f"))
          .hasMessageContaining("%d bytes are needed, 8 are free".formatted(LARGE + 2));

      free.set(Long.MAX_VALUE);

      assertThat(store.verify(received.keep("f"))).isEqualTo(manifest());
    }
  }

  @Test
  @DisplayName("Fault row 10: a store that cannot be written to is told when it is kept")
  void makesOnlyTheDigest_whereNothingCanBeWritten() throws IOException {
    // A file in the way of a folder fails the write as a full disk does, on every machine.
    Files.createDirectories(root);
    Files.writeString(root.resolve("incoming"), "");

    try (ReceivedArtifact received = store.receive(source)) {
      assertThat(received.manifest()).isEqualTo(manifest());
      assertThat(catchThrowableOfType(CountersignException.class, () -> received.keep("f")).code())
          .isEqualTo(ErrorCode.ENVIRONMENT_UNAVAILABLE);
    }
  }

  @Test
  @DisplayName("Fault row 10: a receipt that cannot be published is told, and leaves nothing")
  void tellsThatItCannotBePublished() throws IOException {
    try (ReceivedArtifact received = store.receive(source)) {
      Files.writeString(root.resolve("sha256"), "");

      assertThatThrownBy(() -> received.keep("f")).hasMessageContaining("bytes were needed in all");
    }
    assertThat(files()).containsExactly("sha256");
  }

  private void write(String name, long seed) throws IOException {
    byte[] bytes = new byte[LARGE];
    new Random(seed).nextBytes(bytes);
    Files.write(source.resolve(name), bytes);
  }

  private ArtifactManifest manifest() {
    return new ArtifactDigester(1).digest(source);
  }

  private List<String> files() throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }
}
