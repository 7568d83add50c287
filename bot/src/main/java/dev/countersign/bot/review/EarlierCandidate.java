package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A candidate that the same merge request proposed before.
 *
 * @param verdict empty if it was not judged, as a rollback is not
 * @param supersededAt when a newer one took its place
 */
public record EarlierCandidate(
    ModelVersion version, Digest artifactDigest, Optional<Verdict> verdict, Instant supersededAt) {
  /** What a reference proposed until a time. */
  public static EarlierCandidate of(ModelReference reference, Instant supersededAt) {
    return new EarlierCandidate(
        reference.version(), reference.artifact().digest(), verdictOf(reference), supersededAt);
  }

  /** A rollback carries the verdict of another day, which says nothing about it. */
  public static Optional<Verdict> verdictOf(ModelReference reference) {
    return reference.rollbackOf().isPresent()
        ? Optional.empty()
        : reference.evaluation().map(evaluation -> evaluation.verdict());
  }
}
