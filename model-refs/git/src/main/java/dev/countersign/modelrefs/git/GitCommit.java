package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * A commit.
 *
 * @param changes one list per parent, in the parents' order; for a root commit one list against
 *     nothing
 * @param signature empty if unsigned or if the signature does not verify
 */
public record GitCommit(
    CommitId id,
    List<CommitId> parents,
    Person author,
    Person committer,
    String message,
    List<List<PathChange>> changes,
    Optional<Signature> signature) {
  public GitCommit {
    parents = List.copyOf(parents);
    changes = changes.stream().map(List::copyOf).toList();
  }
}
