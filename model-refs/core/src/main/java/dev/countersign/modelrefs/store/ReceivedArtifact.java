package dev.countersign.modelrefs.store;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.reference.Artifact;

/**
 * An artifact whose bytes a store has read, to be kept there or not. Until it is kept it cannot be
 * seen in the store; closing it without keeping leaves nothing behind. Used by one thread.
 */
public interface ReceivedArtifact extends AutoCloseable {
  /** What was read. */
  ArtifactManifest manifest();

  /**
   * Stores exactly what was read under its digest, as {@link ArtifactStore#put} does. Once kept, it
   * stays, and further calls only say where.
   *
   * @param format recorded in the result
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link ArtifactStore#put}
   */
  Artifact keep(String format);

  /** Gives up what was not kept. */
  @Override
  void close();
}
