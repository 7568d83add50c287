package dev.countersign.ci.verify;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the commits of a merge request bring, read at one of its heads.
 *
 * @param commits those that change a path relative to each of their parents; a merge of the base is
 *     none of them
 * @param blobs what each path that they changed holds at the head; empty if it is not there
 */
record BroughtContent(List<GitCommit> commits, Map<String, Optional<BlobId>> blobs) {
  BroughtContent {
    commits = List.copyOf(commits);
    blobs = Map.copyOf(blobs);
  }

  /** Everyone that the commits name as author or committer. */
  List<Person> people() {
    return commits.stream()
        .flatMap(commit -> Stream.of(commit.author(), commit.committer()))
        .toList();
  }
}
