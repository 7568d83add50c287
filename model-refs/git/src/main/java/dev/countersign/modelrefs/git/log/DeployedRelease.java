package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;

/**
 * The release that a deployment was about.
 *
 * @param highestSequence the highest sequence the target has had; reserved for targets that go back
 *     by themselves, until then {@code sequence}
 * @param commit the merged commit that brought the reference
 * @param blob of the reference
 * @param digest that the reference declares
 */
public record DeployedRelease(
    ModelVersion version,
    long sequence,
    long highestSequence,
    CommitId commit,
    BlobId blob,
    Digest digest) {
  /**
   * @throws IllegalArgumentException if the sequences contradict each other
   */
  public DeployedRelease {
    if (sequence < 1 || highestSequence < sequence) {
      throw new IllegalArgumentException(
          "sequence %d and highest sequence %d contradict each other"
              .formatted(sequence, highestSequence));
    }
  }
}
