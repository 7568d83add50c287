package dev.countersign.ci.testing;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.Digest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A store of manifests in memory, which can be told that bytes were changed or lost. */
public final class FakeArtifactStore implements ArtifactStore {
  private final Map<Digest, ArtifactManifest> kept = new HashMap<>();
  private final Set<Digest> tampered = new HashSet<>();

  /** Keeps an artifact. */
  public void keep(ArtifactManifest manifest) {
    kept.put(manifest.digest(), manifest);
  }

  /** As if a byte of an artifact had been flipped. */
  public void tamper(Digest artifact) {
    tampered.add(artifact);
  }

  /** Undoes {@link #tamper}. */
  public void restore(Digest artifact) {
    tampered.remove(artifact);
  }

  /** As if an artifact had been deleted. */
  public void lose(Digest artifact) {
    kept.remove(artifact);
  }

  @Override
  public ArtifactManifest verify(Artifact artifact) {
    ArtifactManifest manifest = kept.get(artifact.digest());
    if (manifest == null) {
      throw new CountersignException(
          ErrorCode.ARTIFACT_MISSING, "artifact \"" + artifact.digest() + "\" is not in the store");
    }
    if (tampered.contains(artifact.digest())) {
      throw new CountersignException(
          ErrorCode.DIGEST_MISMATCH, "artifact \"" + artifact.digest() + "\" has other bytes");
    }
    return manifest;
  }

  @Override
  public Artifact put(ArtifactManifest manifest, Path source, String format) {
    throw new UnsupportedOperationException("a deployer does not write artifacts");
  }

  @Override
  public void fetch(Artifact artifact, Path target) {
    throw new UnsupportedOperationException("a deployer leaves fetching to its target");
  }
}
