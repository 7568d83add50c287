package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The commits that a head has and another commit has not: what a branch brings. Whoever asks which
 * content a merge request has, or who wrote it, asks here.
 *
 * @param head the newest one
 * @param all newest first, merges of the target included; empty if the target contains the head
 */
public record BranchCommits(CommitId head, List<GitCommit> all) {
  /** More commits than this are no merge request; to judge by a part of them would be a hole. */
  public static final int MAX = 1_000;

  public BranchCommits {
    all = List.copyOf(all);
  }

  /**
   * Reads them; the repository must have fetched both commits.
   *
   * @throws CountersignException {@code NOT_FOUND} if a commit is not in the repository, {@code
   *     CONFLICT} if there are more than {@link #MAX}
   */
  public static BranchCommits of(GitRepository git, CommitId target, CommitId head) {
    return of(git, target, head, MAX);
  }

  static BranchCommits of(GitRepository git, CommitId target, CommitId head, int most) {
    List<GitCommit> found =
        git.log(new LogQuery(head, Optional.of(target), Optional.empty(), false, most + 1));
    if (found.size() > most) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "commit \"%s\" has more than %d commits that \"%s\" has not; that is no merge request"
              .formatted(head, most, target));
    }
    return new BranchCommits(head, found);
  }

  /**
   * Those with content of their own: they change a path relative to each of their parents. A merge
   * of the target has none.
   */
  public List<GitCommit> content() {
    return all.stream().filter(commit -> !commit.contentPaths().isEmpty()).toList();
  }

  /** The paths that these commits change relative to each of their parents. */
  public SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>();
    all.forEach(commit -> paths.addAll(commit.contentPaths()));
    return Collections.unmodifiableSortedSet(paths);
  }
}
