package dev.countersign.ci.verify;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.PathChange;
import dev.countersign.modelrefs.value.CommitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads from Git what a merge request brings at a head, and what a commit brought when merged. */
final class MergeContents {
  /** More commits than this are no merge request of a bot. */
  private static final int MAX_COMMITS = 1000;

  private final GitRepository git;

  MergeContents(GitRepository git) {
    this.git = git;
  }

  /**
   * What a head brings to the target branch.
   *
   * @param mergeBase where the head left the target branch
   * @throws CountersignException {@code NOT_FOUND} if the head is not in the repository
   */
  BroughtContent at(CommitId head, CommitId mergeBase) {
    List<GitCommit> all =
        git.log(
            new LogQuery(head, Optional.of(mergeBase), Optional.empty(), false, MAX_COMMITS + 1));
    if (all.size() > MAX_COMMITS) {
      throw new CountersignException(
          ErrorCode.MERGED_DIFFERS,
          "the merge request has more than " + MAX_COMMITS + " commits at head \"" + head + "\"");
    }
    List<GitCommit> content =
        all.stream().filter(commit -> !commit.contentPaths().isEmpty()).toList();
    Set<String> paths = new TreeSet<>();
    content.forEach(commit -> paths.addAll(commit.contentPaths()));
    return new BroughtContent(content, blobs(head, paths));
  }

  /** What a commit of the protected branch changed relative to its first parent. */
  static Map<String, Optional<BlobId>> mergedBy(GitCommit merged) {
    return merged.changes().get(0).stream()
        .collect(Collectors.toMap(PathChange::path, PathChange::after));
  }

  private Map<String, Optional<BlobId>> blobs(CommitId head, Set<String> paths) {
    Map<String, Map<String, BlobId>> folders = new HashMap<>();
    Map<String, Optional<BlobId>> blobs = new TreeMap<>();
    for (String path : paths) {
      String folder = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
      Map<String, BlobId> files =
          folders.computeIfAbsent(folder, missing -> git.list(head, missing));
      blobs.put(path, Optional.ofNullable(files.get(path)));
    }
    return blobs;
  }
}
