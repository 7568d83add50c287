package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which commits to list.
 *
 * @param from where to start, included
 * @param excluding leave out this commit and all that it can reach
 * @param path only commits that touched this path (compared with their first parent); empty for all
 * @param firstParent follow first parents only
 * @param limit at most so many
 */
public record LogQuery(
    CommitId from,
    Optional<CommitId> excluding,
    Optional<String> path,
    boolean firstParent,
    int limit) {
  public LogQuery {
    Objects.requireNonNull(from);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, is " + limit);
    }
  }

  /** Every first-parent commit that touched a path, newest first. */
  public static LogQuery historyOf(String path, CommitId from) {
    return new LogQuery(from, Optional.empty(), Optional.of(path), true, Integer.MAX_VALUE);
  }

  /** Every commit of a branch that a base does not have. */
  public static LogQuery between(CommitId base, CommitId head) {
    return new LogQuery(head, Optional.of(base), Optional.empty(), false, Integer.MAX_VALUE);
  }
}
