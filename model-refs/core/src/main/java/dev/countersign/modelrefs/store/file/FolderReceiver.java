package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.artifact.digest.SourceFile;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Copies artifacts into a store before it is known whether they stay, where that is likely to save
 * reading them twice. Where it is not, or cannot be done, nothing is left behind, and nothing fails
 * that keeping the artifact would not fail by.
 */
final class FolderReceiver {
  private final VerifiedCopy copy;
  private final FreeSpace freeSpace;

  FolderReceiver(VerifiedCopy copy, FreeSpace freeSpace) {
    this.copy = copy;
    this.freeSpace = freeSpace;
  }

  /** A copy that cannot be seen yet, and what it holds. Whoever takes it closes the folder. */
  record Received(ArtifactManifest manifest, IncomingFolder incoming) {}

  /**
   * Copies and hashes a source in one pass.
   *
   * @param artifacts folder of the artifacts that are stored already
   * @param incoming where to write; leavings of killed processes are cleared away there
   * @return empty if the artifact looks stored, if there is no room, or if writing fails
   * @throws dev.countersign.modelrefs.error.CountersignException {@code INPUT_INVALID} if a file
   *     changed while it was read, {@code PATH_REFUSED}
   */
  Optional<Received> receive(Path source, SourceTree tree, Path artifacts, Path incoming) {
    try {
      IncomingFolder.sweep(incoming);
      return StoredGuess.looksStored(tree, artifacts)
          ? Optional.empty()
          : copy(source, tree, IncomingFolder.in(incoming));
    } catch (IOException | UncheckedIOException e) {
      // Reading the source again for its digest tells whose fault it was; so does keeping it.
      return Optional.empty();
    }
  }

  private Optional<Received> copy(Path source, SourceTree tree, IncomingFolder incoming)
      throws IOException {
    boolean received = false;
    try {
      if (freeSpace.bytes(incoming.folder()) < sizeBytes(tree)) {
        return Optional.empty();
      }
      List<ManifestEntry> entries = copy.copy(tree.files(), incoming.folder());
      ArtifactManifest manifest = ArtifactDigester.manifest(source, entries);
      received = true;
      return Optional.of(new Received(manifest, incoming));
    } finally {
      if (!received) {
        incoming.close();
      }
    }
  }

  private static long sizeBytes(SourceTree tree) {
    return tree.files().stream().mapToLong(SourceFile::sizeBytes).sum();
  }
}
