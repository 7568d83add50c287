package dev.countersign.ci.verify;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.BranchCommits;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.PathChange;
import dev.countersign.modelrefs.value.CommitId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads from Git what a merge request brings at a head, and what a commit brought when merged. */
final class MergeContents {
  private final GitRepository git;

  MergeContents(GitRepository git) {
    this.git = git;
  }

  /**
   * What a head brings to the target branch.
   *
   * @param mergeBase where the head left the target branch
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link BranchCommits#of}
   */
  BroughtContent at(CommitId head, CommitId mergeBase) {
    BranchCommits own = BranchCommits.of(git, mergeBase, head);
    return new BroughtContent(own.content(), blobs(head, own.paths()));
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
