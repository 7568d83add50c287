package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A copy in the store's incoming folder; keeping it is a rename. */
final class ReceivedFolder implements ReceivedArtifact {
  private final FolderReceiver.Received received;
  private final Function<String, Artifact> publish;
  private @Nullable Artifact kept;

  /**
   * @param publish makes the copy visible, given the artifact's format
   */
  ReceivedFolder(FolderReceiver.Received received, Function<String, Artifact> publish) {
    this.received = received;
    this.publish = publish;
  }

  @Override
  public ArtifactManifest manifest() {
    return received.manifest();
  }

  @Override
  public Artifact keep(String format) {
    Artifact result = kept;
    if (result == null) {
      result = publish.apply(format);
      kept = result;
    }
    return result;
  }

  @Override
  public void close() {
    try {
      received.incoming().close();
    } catch (IOException e) {
      // What could not be removed is no longer locked; the next writer clears it away.
    }
  }
}
