package dev.countersign.modelrefs.store;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.reference.Artifact;
import java.nio.file.Path;

/** Read for its digest only; its bytes are read a second time, and compared, when it is kept. */
record DigestedArtifact(ArtifactStore store, ArtifactManifest manifest, Path source)
    implements ReceivedArtifact {
  @Override
  public Artifact keep(String format) {
    return store.put(manifest, source, format);
  }

  @Override
  public void close() {
    // Nothing was written.
  }
}
