package dev.countersign.bot.propose;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.BoundedParallel;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An artifact that a store reads on a thread of its own, while the evidence is judged. Whoever asks
 * for it waits until it is read, and gets the failure if there was one.
 */
final class BackgroundReceipt implements ReceivedArtifact {
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BoundedParallel::daemon);
  private final Future<ReceivedArtifact> receiving;

  /** Starts reading. */
  BackgroundReceipt(ArtifactStore store, Path source) {
    this.receiving = thread.submit(() -> store.receive(source));
    thread.shutdown();
  }

  @Override
  public ArtifactManifest manifest() {
    return BoundedParallel.result(receiving).manifest();
  }

  @Override
  public Artifact keep(String format) {
    return BoundedParallel.result(receiving).keep(format);
  }

  /** Ends the reading, too, and waits until it has cleared up behind itself. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      BoundedParallel.result(receiving).close();
    } catch (RuntimeException e) {
      // Whoever asked for the artifact was told; if nobody did, something else ended the command.
    }
  }
}
