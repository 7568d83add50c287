package dev.countersign.bot.forge.fake.git;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/** What a person does with a Git client: commit on a commit. */
public final class Pushing {
  private final FakeRepository repository;
  private final Trees trees;

  public Pushing(FakeRepository repository) {
    this.repository = repository;
    this.trees = new Trees(repository);
  }

  /** Commits files on top of parents, of which the first gives the rest of the tree. */
  public String commit(
      List<String> parents, Map<String, String> files, PersonIdent by, String message) {
    Map<String, Optional<String>> blobs = new LinkedHashMap<>();
    files.forEach(
        (path, text) ->
            blobs.put(path, Optional.of(trees.blob(text.getBytes(StandardCharsets.UTF_8)))));
    Optional<String> base =
        parents.stream()
            .findFirst()
            .map(parent -> repository.commit(parent).orElseThrow().getTree().name());
    return commitTree(trees.change(base, blobs), parents, by, message);
  }

  /** Commits a tree that exists. */
  public String commitTree(String tree, List<String> parents, PersonIdent by, String message) {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(ObjectId.fromString(tree));
    commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
    commit.setAuthor(by);
    commit.setCommitter(by);
    commit.setMessage(message);
    return repository.insert(inserter -> inserter.insert(commit).name());
  }
}
