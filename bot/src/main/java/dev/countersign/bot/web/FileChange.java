package dev.countersign.bot.web;

import dev.countersign.bot.diff.UnifiedDiff;
import dev.countersign.bot.forge.BranchContent;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How a merge request changes one file.
 *
 * @param lines a unified diff without its two header lines; empty for a file that is too large to
 *     show or not text
 */
record FileChange(String path, List<String> lines) {
  private static final int MAX_BYTES = 1 << 20;

  FileChange {
    lines = List.copyOf(lines);
  }

  /** Every file that the merge request changes, from where its branch left the target. */
  static List<FileChange> of(GitRepository repository, LocalMergeRequest request) {
    return before(repository, request).stream()
        .map(target -> BranchContent.between(repository, target, request.head()))
        .flatMap(
            content ->
                content.paths().stream()
                    .map(path -> of(repository, content.base(), request.head(), path)))
        .toList();
  }

  private static FileChange of(
      GitRepository repository, CommitId base, CommitId head, String path) {
    Optional<byte[]> before = repository.read(base, path);
    Optional<byte[]> after = repository.read(head, path);
    return new FileChange(path, isText(before) && isText(after) ? diff(before, after) : List.of());
  }

  private static List<String> diff(Optional<byte[]> before, Optional<byte[]> after) {
    return UnifiedDiff.hunks(lines(before), lines(after));
  }

  private static boolean isText(Optional<byte[]> file) {
    return file.map(bytes -> bytes.length <= MAX_BYTES && indexOfNul(bytes) < 0).orElse(true);
  }

  private static int indexOfNul(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> lines(Optional<byte[]> file) {
    return file.map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
        .orElse(List.of());
  }

  /** The target without the merge request: before its merge, or as it is now. */
  private static Optional<CommitId> before(GitRepository repository, LocalMergeRequest request) {
    if (request.mergeCommit().isPresent()) {
      List<GitCommit> merge =
          repository.log(
              new LogQuery(
                  request.mergeCommit().get(), Optional.empty(), Optional.empty(), true, 1));
      return merge.stream().flatMap(commit -> commit.parents().stream()).findFirst();
    }
    String target = "refs/heads/" + request.target();
    return Optional.ofNullable(repository.fetch(List.of(target)).get(target));
  }
}
