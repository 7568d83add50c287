package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The artifact a reference points at.
 *
 * @param digest of its manifest
 * @param format for example {@code xgboost-ubj}
 * @param files sorted by path; empty above 1,000 files, then the manifest lies in the store beside
 *     the folder as {@code <digest>.manifest.json}
 */
public record Artifact(
    ArtifactUri uri,
    Layout layout,
    Digest digest,
    long sizeBytes,
    String format,
    List<ArtifactFile> files) {
  public Artifact {
    files = List.copyOf(files);
  }

  /**
   * The manifest that the listed files make; empty if the files are not listed.
   *
   * @throws IllegalArgumentException if two paths collide
   */
  public Optional<ArtifactManifest> manifest() {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArtifactManifest(files.stream().map(ArtifactFile::entry).toList()));
  }
}
