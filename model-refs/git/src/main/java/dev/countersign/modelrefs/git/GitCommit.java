package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /**
   * The paths that this commit changes relative to each of its parents: its own content. A merge
   * that only takes over what one of its parents has is no content; neither is an empty commit.
   */
  public Set<String> contentPaths() {
    Set<String> own = new TreeSet<>();
    for (int parent = 0; parent < changes.size(); parent++) {
      Set<String> changed =
          changes.get(parent).stream().map(PathChange::path).collect(Collectors.toSet());
      if (parent == 0) {
        own.addAll(changed);
      } else {
        own.retainAll(changed);
      }
    }
    return Collections.unmodifiableSet(own);
  }
}
