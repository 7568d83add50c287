package dev.countersign.ci.verify;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Withdrawal;
import java.util.Optional;
import java.util.stream.Stream;

/** How a reference must follow those before it on its path (fault row 60), as pure functions. */
final class Lineage {
  private Lineage() {}

  /**
   * The sequence is one more than that of the reference before; so no old reference comes back and
   * none jumps ahead of all that will come.
   *
   * @param before the newest readable reference merged before; empty for the first
   */
  static Check follows(ModelReference reference, Optional<ModelReference> before) {
    long expected = before.map(ModelReference::sequence).orElse(0L) + 1;
    return reference.sequence() == expected
        ? new Check.Passed(CheckName.SEQUENCE, "sequence " + expected)
        : new Check.Failed(
            CheckName.SEQUENCE,
            ErrorCode.SEQUENCE_REFUSED,
            "sequence \"%d\" does not follow; after the reference before, it must be \"%d\""
                .formatted(reference.sequence(), expected));
  }

  /** The rollback, among references merged later, that withdraws this one. */
  static Optional<ModelReference> withdrawnBy(
      ModelReference reference, Stream<ModelReference> later) {
    return later.filter(other -> withdraws(other, reference)).findFirst();
  }

  private static boolean withdraws(ModelReference rollback, ModelReference reference) {
    return rollback
        .rollbackOf()
        .map(Withdrawal::artifactDigest)
        .filter(reference.artifact().digest()::equals)
        .isPresent();
  }

  /** Whether a rollback takes all that it may take from an earlier reference. */
  static boolean copies(ModelReference rollback, ModelReference source) {
    return source.version().equals(rollback.version())
        && source.artifact().equals(rollback.artifact())
        && source.evaluation().equals(rollback.evaluation())
        && source.provenance().equals(rollback.provenance());
  }

  /** Whether a rollback names an earlier reference as what it withdraws. */
  static boolean names(ModelReference rollback, ModelReference earlier) {
    return rollback
        .rollbackOf()
        .filter(withdrawn -> withdrawn.sequence() == earlier.sequence())
        .filter(withdrawn -> withdrawn.artifactDigest().equals(earlier.artifact().digest()))
        .isPresent();
  }
}
