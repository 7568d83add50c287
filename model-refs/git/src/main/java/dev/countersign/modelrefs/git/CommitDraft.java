package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit to write.
 *
 * @param parents empty for a root commit; the tree is that of the first parent with the changes
 * @param changes new content by path; empty removes the path
 * @param author also the committer; its time makes equal drafts equal commits
 */
public record CommitDraft(
    List<CommitId> parents, Map<String, Optional<byte[]>> changes, String message, Person author) {
  public CommitDraft {
    parents = List.copyOf(parents);
    changes = Map.copyOf(changes);
  }
}
