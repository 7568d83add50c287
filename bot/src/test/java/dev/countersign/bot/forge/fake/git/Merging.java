package dev.countersign.bot.forge.fake.git;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevCommit;

/** Makes the commits of a merge, without a work tree. Moves no branch. */
public final class Merging {
  private final FakeRepository repository;

  public Merging(FakeRepository repository) {
    this.repository = repository;
  }

  /** A commit with two parents; empty on a conflict. */
  public Optional<String> merge(String target, String head, PersonIdent by, String message) {
    return tree(target, head).map(tree -> commit(tree, List.of(target, head), by, by, message));
  }

  /** One commit with everything that the branch changes; empty on a conflict. */
  public Optional<String> squash(String target, String head, PersonIdent by, String message) {
    return tree(target, head).map(tree -> commit(tree, List.of(target), by, by, message));
  }

  /** The commits made anew on the target, newest first; empty on a conflict. */
  public Optional<List<String>> rebase(String target, List<String> newestFirst, PersonIdent by) {
    List<String> made = new ArrayList<>();
    String tip = target;
    List<String> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    for (String id : oldestFirst) {
      RevCommit commit = repository.commit(id).orElseThrow();
      if (commit.getParentCount() != 1) {
        continue;
      }
      Optional<ObjectId> tree = picked(tip, commit);
      if (tree.isEmpty()) {
        return Optional.empty();
      }
      tip = commit(tree.get(), List.of(tip), commit.getAuthorIdent(), by, commit.getFullMessage());
      made.add(0, tip);
    }
    return Optional.of(made);
  }

  /** Whether a merge would meet no conflict. */
  public boolean possible(String target, String head) {
    return tree(target, head).isPresent();
  }

  private Optional<ObjectId> tree(String target, String head) {
    return FakeRepository.calling(
        () -> {
          ThreeWayMerger merger = MergeStrategy.RECURSIVE.newMerger(repository.jgit(), true);
          return merger.merge(ObjectId.fromString(target), ObjectId.fromString(head))
              ? Optional.of(merger.getResultTreeId())
              : Optional.empty();
        });
  }

  private Optional<ObjectId> picked(String onto, RevCommit commit) {
    return FakeRepository.calling(
        () -> {
          ThreeWayMerger merger = MergeStrategy.RECURSIVE.newMerger(repository.jgit(), true);
          merger.setBase(commit.getParent(0));
          return merger.merge(ObjectId.fromString(onto), commit)
              ? Optional.of(merger.getResultTreeId())
              : Optional.empty();
        });
  }

  private String commit(
      ObjectId tree,
      List<String> parents,
      PersonIdent author,
      PersonIdent committer,
      String message) {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
    commit.setAuthor(author);
    commit.setCommitter(committer);
    commit.setMessage(message);
    return repository.insert(inserter -> inserter.insert(commit).name());
  }
}
