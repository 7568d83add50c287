package dev.countersign.modelrefs.artifact;

import dev.countersign.modelrefs.value.Digest;

/** One file of an artifact: what its digest and size are, wherever it lies. */
public record ManifestEntry(ArtifactPath path, Digest sha256, long sizeBytes) {
  public ManifestEntry {
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }
}
