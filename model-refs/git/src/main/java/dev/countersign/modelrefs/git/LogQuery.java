package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
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
    int limit) {}
