package dev.countersign.bot.propose;

import dev.countersign.modelrefs.reference.LineHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;
import java.util.Set;

/**
 * What is there for a line, read just before planning.
 *
 * @param target the protected branch
 * @param base its tip
 * @param history the references that the line has had on the protected branch
 * @param rejected digests that a person rejected by closing their merge request, or that a rollback
 *     withdrew
 */
public record Situation(
    String target,
    CommitId base,
    LineHistory history,
    Optional<OpenMergeRequest> open,
    BranchState branch,
    Set<Digest> rejected) {
  public Situation {
    rejected = Set.copyOf(rejected);
  }

  /** What the open merge request proposes, if there is one that can be read. */
  public Optional<ModelReference> underReview() {
    return open.flatMap(OpenMergeRequest::reference);
  }

  /** The reference on the protected branch now. */
  public Optional<ModelReference> current() {
    return history.base();
  }
}
