package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Locale;
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
  /**
   * @throws IllegalArgumentException if a path is not relative and plain, or the message holds NUL
   */
  public CommitDraft {
    parents = List.copyOf(parents);
    changes = Map.copyOf(changes);
    changes.keySet().forEach(CommitDraft::check);
    if (message.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a commit message must not hold NUL");
    }
  }

  private static void check(String path) {
    for (String name : path.split("/", -1)) {
      boolean plain =
          !name.isEmpty()
              && !name.equals(".")
              && !name.equals("..")
              && !name.toLowerCase(Locale.ROOT).equals(".git")
              && name.chars().noneMatch(c -> c < ' ' || c == '\\');
      if (!plain) {
        throw new IllegalArgumentException("\"" + path + "\" is not a path of a file in Git");
      }
    }
  }
}
