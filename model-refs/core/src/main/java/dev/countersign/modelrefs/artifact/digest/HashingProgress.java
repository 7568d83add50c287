package dev.countersign.modelrefs.artifact.digest;

import dev.countersign.modelrefs.artifact.ArtifactPath;

/** Is told how far hashing or copying has come. Called from several threads at once. */
@FunctionalInterface
public interface HashingProgress {
  /** For callers that show no progress. */
  HashingProgress NONE = (file, bytes) -> {};

  /**
   * More bytes of a file were read.
   *
   * @param bytes since the last call for this file; at most a few hundred kibibytes
   */
  void advanced(ArtifactPath file, long bytes);
}
