package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.BranchContent;
import dev.countersign.bot.text.CommitText;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes merge commits without a work tree. File by file: what only the branch changed is taken;
 * what the target changed too is a conflict for a person. Contents are never mixed.
 */
final class LocalMerge {
  private final GitRepository repository;
  private final LocalForgeSettings settings;
  private final BranchWatch watch;

  LocalMerge(GitRepository repository, LocalForgeSettings settings) {
    this.repository = repository;
    this.settings = settings;
    this.watch = new BranchWatch(repository, settings);
  }

  /**
   * The merge commit, and the move of the target branch to it; nothing is visible yet. If the push
   * is killed between the branch and the event, the next look finds the head on the target and
   * writes the event.
   */
  LocalMergeRequests.Change of(LocalMergeRequest request, Map<String, CommitId> refs, Identity by) {
    CommitId target = branch(request, refs, request.target());
    CommitId source = branch(request, refs, request.source());
    Instant now = settings.clock().instant();
    CommitId merge =
        repository.commit(
            new CommitDraft(
                List.of(target, request.head()),
                changes(request, target),
                message(request),
                Login.person(by, now)));
    List<RefUpdate> moves = new ArrayList<>();
    moves.add(
        new RefUpdate(BranchWatch.ref(request.target()), Optional.of(target), Optional.of(merge)));
    moves.addAll(watch.deletion(request, Optional.of(source)));
    return new LocalMergeRequests.Change(
        List.of(new LocalEvent.Merged(now, by, merge)), Optional.empty(), moves);
  }

  private Map<String, Optional<byte[]>> changes(LocalMergeRequest request, CommitId target) {
    BranchContent content = BranchContent.between(repository, target, request.head());
    Map<String, Optional<byte[]>> changes = new LinkedHashMap<>();
    for (String path : content.paths()) {
      Optional<byte[]> wanted = file(request.head(), path);
      Optional<byte[]> before = file(content.base(), path);
      Optional<byte[]> there = file(target, path);
      if (!same(wanted, before) && !same(wanted, there)) {
        if (!same(there, before)) {
          throw new CountersignException(
              ErrorCode.CONFLICT,
              "merge request %d and branch \"%s\" both changed \"%s\": \"%s\" and \"%s\""
                  .formatted(request.number(), request.target(), path, request.head(), target));
        }
        changes.put(path, wanted);
      }
    }
    return changes;
  }

  private Optional<byte[]> file(CommitId commit, String path) {
    Optional<byte[]> file = repository.read(commit, path);
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    if (file.isEmpty() && repository.list(commit, folder).containsKey(path)) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "\"%s\" in commit \"%s\" is not a plain file; it is not merged".formatted(path, commit));
    }
    return file;
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }

  private static String message(LocalMergeRequest request) {
    String approvals =
        request.conversation().approvals().stream()
            .filter(approval -> approval.head().filter(request.head()::equals).isPresent())
            .map(LocalMerge::trailer)
            .distinct()
            .collect(Collectors.joining());
    return "Merge branch '%s' (merge request %d)\n\n%s\n\n%sMerge-request: %d\n"
        .formatted(
            request.source(),
            request.number(),
            CommitText.title(request.text().title()),
            approvals,
            request.number());
  }

  private static String trailer(Approval approval) {
    return "Approved-by: %s%s\n"
        .formatted(approval.by(), approval.simulated() ? " (simulated)" : "");
  }

  private static CommitId branch(
      LocalMergeRequest request, Map<String, CommitId> refs, String name) {
    return BranchWatch.branch(refs, name)
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.CONFLICT,
                    "merge request %d cannot be merged: there is no branch \"%s\""
                        .formatted(request.number(), name)));
  }
}
