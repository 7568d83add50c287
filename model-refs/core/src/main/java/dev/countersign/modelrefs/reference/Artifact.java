package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;

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
}
