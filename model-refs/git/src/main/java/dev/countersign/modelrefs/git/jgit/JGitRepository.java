package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** {@link GitRepository} over the objects of JGit and the refs of an {@link Origin}. */
final class JGitRepository implements GitRepository {
  private final Origin origin;
  private final Repository objects;
  private final Optional<SigningKey> key;
  private final Failures failures;
  private final MissingBlobs missing;

  JGitRepository(Origin origin, Optional<SigningKey> key, Failures failures) {
    this.origin = origin;
    this.objects = origin.objects();
    this.key = key;
    this.failures = failures;
    this.missing = new MissingBlobs(origin);
  }

  @Override
  public Map<String, CommitId> fetch(Collection<String> refs) {
    return failures.translate(
        () ->
            origin.fetch(refs).entrySet().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> Ids.commit(e.getValue()))));
  }

  @Override
  public Optional<byte[]> read(CommitId commit, String path) {
    return failures.translate(
        () -> {
          try (ObjectReader reader = objects.newObjectReader()) {
            CommitFiles files = new CommitFiles(reader, treeOf(commit));
            Optional<ObjectId> blob = files.find(path);
            if (blob.isEmpty()) {
              return Optional.empty();
            }
            missing.bring(reader, path, blob.get());
            return Optional.of(files.content(blob.get()));
          }
        });
  }

  @Override
  public Map<String, BlobId> list(CommitId commit, String folder) {
    return failures.translate(
        () -> {
          try (ObjectReader reader = objects.newObjectReader()) {
            return missing.remember(new CommitFiles(reader, treeOf(commit)).below(folder));
          }
        });
  }

  @Override
  public List<GitCommit> log(LogQuery query) {
    return failures.translate(
        () -> {
          origin.deepen();
          treeOf(query.from());
          if (query.excluding().isPresent()) {
            treeOf(query.excluding().get());
          }
          return List.copyOf(new CommitLog(objects).of(query));
        });
  }

  @Override
  public CommitId commit(CommitDraft draft) {
    return failures.translate(
        () -> {
          for (CommitId parent : draft.parents()) {
            treeOf(parent);
          }
          return Ids.commit(new CommitWriter(objects, key).write(draft));
        });
  }

  @Override
  public List<PushResult> push(List<RefUpdate> updates) {
    return updates.isEmpty() ? List.of() : failures.translate(() -> origin.push(updates));
  }

  @Override
  public void close() {
    origin.close();
  }

  /** The tree of a commit; the history is brought if the commit is not at a fetched tip. */
  private ObjectId treeOf(CommitId commit) throws IOException {
    if (!objects.getObjectDatabase().has(Ids.of(commit))) {
      origin.deepen();
    }
    try (RevWalk walk = new RevWalk(objects)) {
      return walk.parseCommit(Ids.of(commit)).getTree().getId();
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      throw failures.noCommit(commit, e);
    }
  }
}
