package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.BranchContent;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to an open merge request without anybody telling the forge: somebody pushed to its
 * branch, or its head reached the target branch (a merge by hand, or one that was killed between
 * its push and its event).
 */
final class BranchWatch {
  private final GitRepository repository;
  private final LocalForgeSettings settings;

  BranchWatch(GitRepository repository, LocalForgeSettings settings) {
    this.repository = repository;
    this.settings = settings;
  }

  /** What is not recorded yet. */
  LocalMergeRequests.Change news(LocalMergeRequest request, Map<String, CommitId> refs) {
    if (!request.isOpen()) {
      return LocalMergeRequests.Change.NONE;
    }
    Optional<CommitId> source = branch(refs, request.source());
    Optional<LocalEvent> merged =
        branch(refs, request.target()).flatMap(tip -> mergeOf(request.head(), tip));
    if (merged.isPresent()) {
      return new LocalMergeRequests.Change(
          List.of(merged.get()), Optional.empty(), deletion(request, source));
    }
    return source
        .filter(tip -> !tip.equals(request.head()))
        .map(tip -> new LocalEvent.HeadChanged(settings.clock().instant(), tip))
        .map(LocalMergeRequests.Change::of)
        .orElse(LocalMergeRequests.Change.NONE);
  }

  /** Deletes the source branch if that is wanted and if nothing was pushed to it since. */
  List<RefUpdate> deletion(LocalMergeRequest request, Optional<CommitId> source) {
    return source
        .filter(tip -> settings.deleteMergedBranches() && tip.equals(request.head()))
        .map(tip -> new RefUpdate(ref(request.source()), Optional.of(tip), Optional.empty()))
        .stream()
        .toList();
  }

  static String ref(String branch) {
    return "refs/heads/" + branch;
  }

  static Optional<CommitId> branch(Map<String, CommitId> refs, String name) {
    return Optional.ofNullable(refs.get(ref(name)));
  }

  private Optional<LocalEvent> mergeOf(CommitId head, CommitId target) {
    if (!BranchContent.contains(repository, target, head)) {
      return Optional.empty();
    }
    List<GitCommit> since =
        repository.log(
            new LogQuery(target, Optional.of(head), Optional.empty(), true, Integer.MAX_VALUE));
    GitCommit merge =
        since.stream()
            .filter(commit -> commit.parents().contains(head))
            .filter(commit -> !commit.parents().get(0).equals(head))
            .findFirst()
            .orElseGet(() -> commit(head));
    return Optional.of(
        new LocalEvent.Merged(
            merge.committer().when(), Login.author(merge.committer()), merge.id()));
  }

  private GitCommit commit(CommitId id) {
    return repository.log(new LogQuery(id, Optional.empty(), Optional.empty(), true, 1)).get(0);
  }
}
