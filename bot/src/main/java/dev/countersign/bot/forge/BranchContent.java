package dev.countersign.bot.forge;

import dev.countersign.modelrefs.git.BranchCommits;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a branch brings to its target.
 *
 * @param base where the branch left the target: the best common ancestor
 * @param paths what its commits change relative to each of their parents; a merge of the target
 *     into the branch changes none
 */
public record BranchContent(CommitId base, SortedSet<String> paths) {
  public BranchContent {
    paths = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(paths));
  }

  /**
   * Compares a branch with its target; the repository must have fetched both.
   *
   * @return the base is the head itself and there are no paths if the target contains the head
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link BranchCommits#of}
   */
  public static BranchContent between(GitRepository repository, CommitId target, CommitId head) {
    BranchCommits own = BranchCommits.of(repository, target, head);
    return new BranchContent(own.all().isEmpty() ? head : base(repository, own.all()), own.paths());
  }

  /** Whether a commit can be reached from another one. */
  public static boolean contains(GitRepository repository, CommitId later, CommitId earlier) {
    return repository
        .log(new LogQuery(earlier, Optional.of(later), Optional.empty(), false, 1))
        .isEmpty();
  }

  /** Every parent outside is an ancestor of the target; the base is one that contains the rest. */
  private static CommitId base(GitRepository repository, List<GitCommit> own) {
    Set<CommitId> inside = own.stream().map(GitCommit::id).collect(Collectors.toSet());
    Set<CommitId> outside = new LinkedHashSet<>();
    own.forEach(commit -> outside.addAll(commit.parents()));
    outside.removeAll(inside);
    return outside.stream()
        .reduce((best, other) -> contains(repository, best, other) ? best : other)
        .orElseGet(() -> own.get(own.size() - 1).id());
  }
}
