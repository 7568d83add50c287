package dev.countersign.modelrefs.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every artifact store does. Each adapter's test extends it. */
public abstract class ArtifactStoreContract {
  @TempDir protected Path temporary;
  protected Path source;
  private ArtifactStore store;

  /** A new, empty store. */
  protected abstract ArtifactStore newStore();

  /** Replaces the bytes of a stored file, behind the store's back. */
  protected abstract void overwrite(Artifact artifact, String path, byte[] bytes)
      throws IOException;

  /** Deletes a stored file, behind the store's back. */
  protected abstract void delete(Artifact artifact, String path) throws IOException;

  /** A URI of the store's scheme that lies outside it. */
  protected abstract ArtifactUri outside();

  @BeforeEach
  void makeSourceAndStore() throws IOException {
    source = Files.createDirectory(temporary.resolve("source"));
    Files.writeString(source.resolve("model.bin"), "weights");
    Files.createDirectory(source.resolve("schema"));
    Files.writeString(source.resolve("schema/input.json"), "{}");
    store = newStore();
  }

  @Test
  void putsWhatItCanVerifyAndFetch() {
    ArtifactManifest manifest = manifest();

    Artifact artifact = store.put(manifest, source, "test-format");

    assertThat(artifact.digest()).isEqualTo(manifest.digest());
    assertThat(artifact.layout()).isEqualTo(Layout.ADDRESSED);
    assertThat(artifact.sizeBytes()).isEqualTo(9);
    assertThat(artifact.format()).isEqualTo("test-format");
    assertThat(artifact.uri().value()).contains(manifest.digest().hex());
    assertThat(store.verify(artifact)).isEqualTo(manifest);
    Path fetched = temporary.resolve("deep/fetched");
    store.fetch(artifact, fetched);
    assertThat(ArtifactDigester.ofProcessors().digest(fetched)).isEqualTo(manifest);
  }

  @Test
  @DisplayName("I5: putting and fetching again finds what is there and gives the same result")
  void adoptsWhatIsThere() {
    Artifact first = store.put(manifest(), source, "f");
    Path fetched = temporary.resolve("fetched");
    store.fetch(first, fetched);

    assertThat(store.put(manifest(), source, "f")).isEqualTo(first);
    store.fetch(first, fetched);
    assertThat(ArtifactDigester.ofProcessors().digest(fetched)).isEqualTo(manifest());
  }

  @Test
  void putsASingleFile() {
    Path file = source.resolve("model.bin");

    Artifact artifact = store.put(new ArtifactDigester(1).digest(file), file, "f");

    assertThat(store.verify(artifact).files()).hasSize(1);
  }

  @Test
  void receivesWhatItCanKeep() {
    try (ReceivedArtifact received = store.receive(source)) {
      assertThat(received.manifest()).isEqualTo(manifest());

      Artifact kept = received.keep("f");

      assertThat(store.verify(kept)).isEqualTo(manifest());
      assertThat(received.keep("f")).isEqualTo(kept);
      assertThat(store.put(manifest(), source, "f")).isEqualTo(kept);
    }
  }

  @Test
  void holdsNothing_thatWasReceivedAndNotKept() {
    Artifact expected = store.put(manifest(), source, "f");
    Artifact never;
    try (ReceivedArtifact received = receiveChanged()) {
      never = inStore(expected, received.manifest());
    }

    problems(ErrorCode.ARTIFACT_MISSING, () -> store.verify(never));
    assertThat(store.verify(expected).digest()).isEqualTo(expected.digest());
  }

  @Test
  void keepsTheManifestInTheStore_aboveAThousandFilesReceived() throws IOException {
    for (int i = 0; i <= ArtifactManifest.MAX_LISTED_FILES; i++) {
      Files.writeString(source.resolve("shard-" + i), Integer.toString(i));
    }

    try (ReceivedArtifact received = store.receive(source)) {
      Artifact kept = received.keep("f");

      assertThat(kept.files()).isEmpty();
      assertThat(store.verify(kept)).isEqualTo(manifest());
    }
  }

  @Test
  void receivesASingleFile() {
    try (ReceivedArtifact received = store.receive(source.resolve("model.bin"))) {
      assertThat(store.verify(received.keep("f")).files()).hasSize(1);
    }
  }

  @Test
  @DisplayName("I5: an artifact that is stored already is received, found and left")
  void findsWhatIsStored_whenItIsReceivedAgain() {
    Artifact stored = store.put(manifest(), source, "f");

    try (ReceivedArtifact again = store.receive(source)) {
      assertThat(again.keep("f")).isEqualTo(stored);
    }

    assertThat(store.verify(stored)).isEqualTo(manifest());
  }

  @Test
  @DisplayName("Fault row 9: two who receive one artifact both keep it and leave one artifact")
  void letsTwoReceiversOfOneArtifactBothKeepIt() {
    try (ReceivedArtifact one = store.receive(source);
        ReceivedArtifact two = store.receive(source)) {
      assertThat(one.keep("f")).isEqualTo(two.keep("f"));
      assertThat(store.verify(one.keep("f"))).isEqualTo(manifest());
    }
  }

  @Test
  @DisplayName("Fault row 9: other bytes under the digest are a conflict for what was received")
  void refusesToKeep_whereOtherBytesLie() throws IOException {
    try (ReceivedArtifact received = store.receive(source)) {
      Artifact damaged = store.put(manifest(), source, "f");
      overwrite(damaged, "model.bin", "WEIGHTS".getBytes(UTF_8));

      assertThat(problems(ErrorCode.CONFLICT, () -> received.keep("f")))
          .extracting(Problem::path)
          .containsExactly("model.bin");
    }
  }

  @Test
  @DisplayName("I3: what is kept is what was received, though the source changed afterwards")
  void neverKeepsWhatWasNotReceived() throws IOException {
    try (ReceivedArtifact received = store.receive(source)) {
      ArtifactManifest before = received.manifest();
      Files.writeString(source.resolve("model.bin"), "changed");
      try {
        assertThat(store.verify(received.keep("f"))).isEqualTo(before);
      } catch (CountersignException refused) {
        assertThat(refused.code()).isEqualTo(ErrorCode.DIGEST_MISMATCH);
      }
    }
  }

  @Test
  void receivesNothing_thatAnArtifactCannotHold() throws IOException {
    Files.createSymbolicLink(source.resolve("link"), source.resolve("model.bin"));

    assertThat(problems(ErrorCode.PATH_REFUSED, () -> store.receive(source).close())).hasSize(1);
    problems(ErrorCode.NOT_FOUND, () -> store.receive(temporary.resolve("nowhere")).close());
  }

  @Test
  void keepsTheManifestInTheStore_aboveAThousandFiles() throws IOException {
    for (int i = 0; i <= ArtifactManifest.MAX_LISTED_FILES; i++) {
      Files.writeString(source.resolve("shard-" + i), Integer.toString(i));
    }

    Artifact artifact = store.put(manifest(), source, "f");

    assertThat(artifact.files()).isEmpty();
    assertThat(store.verify(artifact)).isEqualTo(manifest());
    assertThat(store.put(manifest(), source, "f")).isEqualTo(artifact);
  }

  @Test
  @DisplayName("Fault row 9: two writers of one artifact both succeed and leave one artifact")
  void letsTwoWritersOfOneArtifactBothSucceed() throws Exception {
    Files.write(source.resolve("large"), new byte[4 << 20]);
    ArtifactManifest manifest = manifest();
    int writers = 4;
    CyclicBarrier start = new CyclicBarrier(writers);
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    Callable<Artifact> writer =
        () -> {
          start.await();
          return store.put(manifest, source, "f");
        };
    try {
      List<Future<Artifact>> running = pool.invokeAll(Collections.nCopies(writers, writer));
      for (Future<Artifact> put : running) {
        assertThat(store.verify(put.get())).isEqualTo(manifest);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @DisplayName("Fault row 9: other bytes under the digest are a conflict, and stay as they are")
  void refusesToReplaceOtherBytesUnderTheDigest() throws IOException {
    Artifact artifact = store.put(manifest(), source, "f");
    overwrite(artifact, "model.bin", "WEIGHTS".getBytes(UTF_8));

    assertThat(problems(ErrorCode.CONFLICT, () -> store.put(manifest(), source, "f")))
        .extracting(Problem::path)
        .containsExactly("model.bin");
    assertThat(problems(ErrorCode.DIGEST_MISMATCH, () -> store.verify(artifact))).hasSize(1);
  }

  @Test
  void refusesASourceThatIsNotWhatTheManifestSays_andStoresNothing() throws IOException {
    ArtifactManifest manifest = manifest();
    Artifact other = store.put(manifest, source, "f");
    Files.writeString(source.resolve("model.bin"), "changed");
    Files.writeString(source.resolve("extra"), "x");
    ArtifactManifest changed = manifest();
    Files.delete(source.resolve("extra"));
    Files.writeString(source.resolve("model.bin"), "CHANGED");

    assertThat(problems(ErrorCode.DIGEST_MISMATCH, () -> store.put(changed, source, "f")))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("model.bin", "extra");
    assertThat(store.verify(other)).isEqualTo(manifest);
  }

  @Test
  @DisplayName("Fault row 1: any flipped bit is noticed by verify and fetch (I3)")
  void noticesAnyFlippedBit() throws IOException {
    byte[] weights = new byte[10_000];
    Random random = new Random(20_260_503);
    random.nextBytes(weights);
    Files.write(source.resolve("model.bin"), weights);
    Artifact artifact = store.put(manifest(), source, "f");
    for (int i = 0; i < 20; i++) {
      byte[] flipped = weights.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      overwrite(artifact, "model.bin", flipped);

      assertMismatch(artifact, "model.bin");
    }
    overwrite(artifact, "model.bin", weights);
    assertThat(store.verify(artifact)).isEqualTo(manifest());
  }

  @Test
  @DisplayName("Fault row 1: a truncated file is noticed, with expected and actual size")
  void noticesATruncatedFile() throws IOException {
    Artifact artifact = store.put(manifest(), source, "f");
    overwrite(artifact, "model.bin", new byte[0]);

    assertMismatch(artifact, "model.bin");
    assertThat(problems(ErrorCode.DIGEST_MISMATCH, () -> store.verify(artifact)).get(0).message())
        .contains("(7 bytes)", "(0 bytes)");
  }

  @Test
  @DisplayName("Fault row 8: a missing file and an extra one are both named")
  void namesMissingAndExtraFiles() throws IOException {
    Artifact artifact = store.put(manifest(), source, "f");
    delete(artifact, "model.bin");
    overwrite(artifact, "Model.bin", new byte[] {1});

    assertMismatch(artifact, "model.bin", "Model.bin");
  }

  @Test
  @DisplayName("Fault row 3: an artifact that is gone is reported as missing")
  void reportsAnArtifactThatIsGone() throws IOException {
    Artifact stored = store.put(manifest(), source, "f");
    Files.writeString(source.resolve("model.bin"), "never stored");
    ArtifactManifest other = manifest();
    Artifact missing = inStore(stored, other);

    problems(ErrorCode.ARTIFACT_MISSING, () -> store.verify(missing));
    problems(ErrorCode.ARTIFACT_MISSING, () -> store.fetch(missing, temporary.resolve("fetched")));
    assertThat(temporary.resolve("fetched")).doesNotExist();
  }

  @Test
  @DisplayName("Fault row 17: a URI outside the store is refused")
  void refusesUrisOutsideTheStore() {
    Artifact stored = store.put(manifest(), source, "f");
    Artifact elsewhere = withUri(stored, outside());
    Artifact otherFolder =
        withUri(
            stored,
            new ArtifactUri(stored.uri().value().replace(stored.digest().hex(), "0".repeat(64))));

    problems(ErrorCode.URI_REFUSED, () -> store.verify(elsewhere));
    problems(ErrorCode.URI_REFUSED, () -> store.verify(otherFolder));
    problems(ErrorCode.URI_REFUSED, () -> store.fetch(elsewhere, temporary.resolve("fetched")));
  }

  @Test
  void refusesAReferenceWhoseFilesDoNotMakeItsDigest() {
    Artifact stored = store.put(manifest(), source, "f");
    Artifact fewer =
        new Artifact(
            stored.uri(),
            stored.layout(),
            stored.digest(),
            stored.sizeBytes(),
            stored.format(),
            stored.files().subList(0, 1));

    problems(ErrorCode.DIGEST_MISMATCH, () -> store.verify(fewer));
  }

  @Test
  void leavesAFetchTargetAlone_thatHoldsSomethingElse() throws IOException {
    Artifact artifact = store.put(manifest(), source, "f");
    Path target = Files.createDirectory(temporary.resolve("target"));
    Files.writeString(target.resolve("notes.txt"), "mine");

    problems(ErrorCode.CONFLICT, () -> store.fetch(artifact, target));
    assertThat(target.resolve("notes.txt")).hasContent("mine");
    assertThat(target.toFile().list()).containsExactly("notes.txt");
  }

  private ReceivedArtifact receiveChanged() {
    try {
      Files.writeString(source.resolve("model.bin"), "never stored");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return store.receive(source);
  }

  /** Where another artifact would lie. */
  private static Artifact inStore(Artifact stored, ArtifactManifest other) {
    return new Artifact(
        new ArtifactUri(stored.uri().value().replace(stored.digest().hex(), other.digest().hex())),
        Layout.ADDRESSED,
        other.digest(),
        other.sizeBytes(),
        "f",
        List.of());
  }

  /** The manifest of the source as it is now. */
  protected ArtifactManifest manifest() {
    return ArtifactDigester.ofProcessors().digest(source);
  }

  private void assertMismatch(Artifact artifact, String... paths) {
    assertThat(problems(ErrorCode.DIGEST_MISMATCH, () -> store.verify(artifact)))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(paths);
    Path target = temporary.resolve("never");
    assertThat(problems(ErrorCode.DIGEST_MISMATCH, () -> store.fetch(artifact, target)))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(paths);
    assertThat(target).doesNotExist();
  }

  protected static List<Problem> problems(ErrorCode code, ThrowingCallable call) {
    CountersignException refused = catchThrowableOfType(CountersignException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).as(refused.toString()).isEqualTo(code);
    return refused.problems();
  }

  private static Artifact withUri(Artifact artifact, ArtifactUri uri) {
    return new Artifact(
        uri,
        artifact.layout(),
        artifact.digest(),
        artifact.sizeBytes(),
        artifact.format(),
        artifact.files());
  }
}
