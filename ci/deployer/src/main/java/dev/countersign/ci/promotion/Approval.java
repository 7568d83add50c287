package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * One approval as the forge records it; whether it counts is decided by {@link ApprovalPolicy}.
 *
 * @param head the head that was current when it was given; empty if unknown, then it never counts
 * @param simulated given by the demo in another identity's name
 * @param mayWrite whether the forge lets this person write to the repository
 * @param namesChecksum whether it names the checksum of the reference that it is for
 */
public record Approval(
    Identity by,
    Optional<CommitId> head,
    Instant at,
    boolean simulated,
    boolean mayWrite,
    boolean namesChecksum) {
  /** By the forge's button. */
  public Approval(
      Identity by, Optional<CommitId> head, Instant at, boolean simulated, boolean mayWrite) {
    this(by, head, at, simulated, mayWrite, false);
  }
}
