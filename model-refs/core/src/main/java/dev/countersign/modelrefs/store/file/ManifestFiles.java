package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.codec.ManifestCodec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;

/** Manifests beside the folders they describe; their bytes have the digest in their name. */
final class ManifestFiles {
  /** Writes a manifest unless its bytes are there; a damaged one is replaced. */
  void write(ArtifactManifest manifest, Path file, Path incomingParent) {
    byte[] bytes = ManifestCodec.encode(manifest);
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return;
      }
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (IncomingFolder incoming = IncomingFolder.in(incomingParent)) {
        Path temporary = Files.write(incoming.folder().resolve("manifest.json"), bytes);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be written: %s".formatted(file, IoReason.of(e)),
          e);
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws CountersignException {@link ErrorCode#ARTIFACT_MISSING}, {@link
   *     ErrorCode#DIGEST_MISMATCH}
   */
  ArtifactManifest read(Path file, Digest expected) {
    try {
      return ManifestCodec.decode(Files.readAllBytes(file), expected, file.toString());
    } catch (NoSuchFileException e) {
      throw new CountersignException(
          ErrorCode.ARTIFACT_MISSING,
          "the manifest of artifact \"%s\" is not in \"%s\"".formatted(expected, file),
          e);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be read: %s".formatted(file, IoReason.of(e)),
          e);
    }
  }
}
