package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ManifestDifferences;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a folder that holds exactly a manifest's files, or none at all. */
final class FolderInstaller {
  private final VerifiedCopy copy;
  private final FolderInspector inspector;
  private final FreeSpace freeSpace;

  FolderInstaller(VerifiedCopy copy, FolderInspector inspector, FreeSpace freeSpace) {
    this.copy = copy;
    this.inspector = inspector;
    this.freeSpace = freeSpace;
  }

  /**
   * Copies the source's files to the target folder, verified while they are copied. A target that
   * exists is verified and left.
   *
   * @param incoming where to write before the rename; on the target's file system
   */
  void install(ArtifactManifest manifest, SourceTree source, Path target, Path incoming) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      adopt(manifest, target);
      return;
    }
    try {
      Files.createDirectories(incoming);
      checkFreeSpace(manifest.sizeBytes(), incoming);
      write(manifest, source, target, incoming);
    } catch (IOException | UncheckedIOException e) {
      throw unavailable(manifest.sizeBytes(), incoming, e);
    }
  }

  private void write(ArtifactManifest manifest, SourceTree source, Path target, Path incomingParent)
      throws IOException {
    try (IncomingFolder incoming = IncomingFolder.in(incomingParent)) {
      List<Problem> differences = new ArrayList<>(source.problems());
      differences.addAll(
          ManifestDifferences.of(manifest, copy.copy(source.files(), incoming.folder())));
      if (!differences.isEmpty()) {
        throw new CountersignException(
            ErrorCode.DIGEST_MISMATCH,
            "the files to copy to \"%s\" are not those of artifact \"%s\""
                .formatted(target, manifest.digest()),
            differences);
      }
      place(manifest, incoming, target);
    }
  }

  /**
   * Makes a folder visible that was copied and verified before. A target that exists is verified
   * and left.
   */
  void publish(ArtifactManifest manifest, IncomingFolder incoming, Path target) {
    try {
      place(manifest, incoming, target);
    } catch (IOException | UncheckedIOException e) {
      throw unavailable(manifest.sizeBytes(), incoming.folder(), e);
    }
  }

  private void place(ArtifactManifest manifest, IncomingFolder incoming, Path target)
      throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    if (!incoming.publish(target)) {
      adopt(manifest, target);
    }
  }

  private void adopt(ArtifactManifest manifest, Path target) {
    List<Problem> differences = inspector.differences(manifest, target);
    if (!differences.isEmpty()) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "\"%s\" already holds something other than artifact \"%s\""
              .formatted(target, manifest.digest()),
          differences);
    }
  }

  private void checkFreeSpace(long needed, Path folder) throws IOException {
    long free = freeSpace.bytes(folder);
    if (free < needed) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" has no room: %d bytes are needed, %d are free".formatted(folder, needed, free));
    }
  }

  private CountersignException unavailable(long needed, Path folder, Exception cause) {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "copying to \"%s\" failed: %s; %d bytes were needed in all, %s"
            .formatted(folder, IoReason.of(cause), needed, free(folder)),
        cause);
  }

  private String free(Path folder) {
    try {
      return freeSpace.bytes(folder) + " are free";
    } catch (IOException e) {
      return "how many are free is not known";
    }
  }
}
