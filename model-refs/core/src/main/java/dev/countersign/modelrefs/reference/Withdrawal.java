package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.Optional;

/**
 * What a rollback withdraws ({@code rollbackOf}), and why.
 *
 * @param requestedBy who asked for the rollback, and so cannot approve it; empty if nobody knows
 */
public record Withdrawal(
    long sequence,
    ModelVersion version,
    Digest artifactDigest,
    String reason,
    Optional<Launcher> requestedBy) {
  /** Asked for by nobody knows whom. */
  public Withdrawal(long sequence, ModelVersion version, Digest artifactDigest, String reason) {
    this(sequence, version, artifactDigest, reason, Optional.empty());
  }

  /** The same, asked for by somebody. */
  public Withdrawal requestedBy(Optional<Launcher> somebody) {
    return new Withdrawal(sequence, version, artifactDigest, reason, somebody);
  }
}
