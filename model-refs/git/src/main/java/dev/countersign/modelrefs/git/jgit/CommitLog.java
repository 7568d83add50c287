package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** Answers {@link LogQuery}. */
final class CommitLog {
  private final Repository repository;

  CommitLog(Repository repository) {
    this.repository = repository;
  }

  List<GitCommit> of(LogQuery query) throws IOException {
    List<GitCommit> selected = new ArrayList<>();
    try (RevWalk walk = walk(query)) {
      CommitChanges changes = new CommitChanges(walk);
      ObjectId onFirstParents = Ids.of(query.from());
      for (RevCommit commit = walk.next();
          commit != null && selected.size() < query.limit();
          commit = walk.next()) {
        if (query.firstParent() && !commit.equals(onFirstParents)) {
          continue;
        }
        onFirstParents = commit.getParentCount() == 0 ? ObjectId.zeroId() : commit.getParent(0);
        if (query.path().isEmpty() || changes.touches(commit, query.path().get())) {
          selected.add(commit(commit, changes));
        }
      }
    }
    return selected;
  }

  /**
   * First parents are followed by JGit only where nothing is excluded: it would exclude along first
   * parents too.
   */
  private RevWalk walk(LogQuery query) throws IOException {
    RevWalk walk = new RevWalk(repository);
    walk.setRetainBody(true);
    if (query.excluding().isPresent()) {
      walk.markUninteresting(walk.parseCommit(Ids.of(query.excluding().get())));
      walk.sort(RevSort.TOPO);
    } else if (query.firstParent()) {
      walk.setFirstParent(true);
    } else {
      walk.sort(RevSort.TOPO);
    }
    walk.markStart(walk.parseCommit(Ids.of(query.from())));
    return walk;
  }

  private static GitCommit commit(RevCommit commit, CommitChanges changes) throws IOException {
    List<CommitId> parents = Arrays.stream(commit.getParents()).map(Ids::commit).toList();
    return new GitCommit(
        Ids.commit(commit),
        parents,
        person(commit.getAuthorIdent()),
        person(commit.getCommitterIdent()),
        commit.getFullMessage(),
        changes.of(commit),
        SignedCommit.signatureOf(commit.getRawBuffer()));
  }

  private static Person person(PersonIdent ident) {
    return Optional.ofNullable(ident)
        .map(i -> new Person(i.getName(), i.getEmailAddress(), i.getWhenAsInstant()))
        .orElseGet(() -> new Person("", "", Instant.EPOCH));
  }
}
