package dev.countersign.bot.forge.fake.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** A bare repository in a folder, as the forge's own processes see it. */
public final class FakeRepository implements AutoCloseable {
  private final Repository repository;

  /** Opens it; partial clones are allowed, as on the forges. */
  public FakeRepository(Path bare) {
    repository =
        calling(
            () -> new FileRepositoryBuilder().setGitDir(bare.toFile()).setMustExist(true).build());
    repository.getConfig().setBoolean("uploadpack", null, "allowFilter", true);
  }

  /** For what only JGit can do; the caller does not close it. */
  public Repository jgit() {
    return repository;
  }

  public String defaultBranch() {
    return calling(() -> Repository.shortenRefName(repository.getFullBranch()));
  }

  public Optional<String> tip(String branch) {
    return ref(Constants.R_HEADS + branch);
  }

  public Optional<String> ref(String name) {
    return calling(
        () -> Optional.ofNullable(repository.exactRef(name)).map(ref -> ref.getObjectId().name()));
  }

  /** All branches with their tips. */
  public SortedMap<String, String> branches() {
    return calling(
        () -> {
          SortedMap<String, String> branches = new TreeMap<>();
          for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            branches.put(
                ref.getName().substring(Constants.R_HEADS.length()), ref.getObjectId().name());
          }
          return branches;
        });
  }

  /** A commit by its id, full or at least four digits of it, or by a branch's name. */
  public Optional<RevCommit> commit(String revision) {
    return calling(
        () -> {
          Optional<ObjectId> id = id(revision);
          boolean known =
              id.isPresent()
                  && repository.getObjectDatabase().has(id.get())
                  && repository.open(id.get()).getType() == Constants.OBJ_COMMIT;
          return known ? Optional.of(repository.parseCommit(id.get())) : Optional.empty();
        });
  }

  private Optional<ObjectId> id(String revision) throws IOException {
    Optional<String> tip = tip(revision);
    if (tip.isPresent()) {
      return tip.map(ObjectId::fromString);
    }
    boolean hex = revision.matches("[0-9a-f]{4,40}");
    return hex ? Optional.ofNullable(repository.resolve(revision)) : Optional.empty();
  }

  /** Whether one commit can be reached from another. */
  public boolean contains(String later, String earlier) {
    return calling(
        () -> {
          try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                walk.parseCommit(ObjectId.fromString(earlier)),
                walk.parseCommit(ObjectId.fromString(later)));
          }
        });
  }

  /** Where two branches parted; the first one's if they have nothing in common. */
  public String mergeBase(String one, String other) {
    return calling(
        () -> {
          try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
            RevCommit base = walk.next();
            return base == null ? one : base.name();
          }
        });
  }

  /** The commits that one has and another has not, newest first. */
  public List<String> log(String head, Optional<String> without) {
    return calling(
        () -> {
          try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(ObjectId.fromString(head)));
            if (without.isPresent()) {
              walk.markUninteresting(walk.parseCommit(ObjectId.fromString(without.get())));
            }
            List<String> commits = new ArrayList<>();
            walk.forEach(commit -> commits.add(commit.name()));
            return commits;
          }
        });
  }

  /** The paths whose content differs between two commits. */
  public List<String> changedPaths(String one, String other) {
    return calling(
        () -> {
          try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.addTree(repository.parseCommit(ObjectId.fromString(one)).getTree());
            walk.addTree(repository.parseCommit(ObjectId.fromString(other)).getTree());
            List<String> paths = new ArrayList<>();
            while (walk.next()) {
              paths.add(walk.getPathString());
            }
            return paths;
          }
        });
  }

  /** A file as a commit has it. */
  public Optional<byte[]> file(String commit, String path) {
    return blob(commit, path)
        .map(id -> calling(() -> repository.open(ObjectId.fromString(id)).getBytes()));
  }

  /** The id of a file's content as a commit has it. */
  public Optional<String> blob(String commit, String path) {
    return calling(
        () -> {
          try (TreeWalk walk =
              TreeWalk.forPath(
                  repository,
                  path,
                  repository.parseCommit(ObjectId.fromString(commit)).getTree())) {
            return Optional.ofNullable(walk).map(found -> found.getObjectId(0).name());
          }
        });
  }

  /** Points a reference at a commit, wherever it pointed before. */
  public void move(String ref, String commit) {
    calling(
        () -> {
          RefUpdate update = repository.updateRef(ref);
          update.setNewObjectId(ObjectId.fromString(commit));
          update.disableRefLog();
          return expect(ref, update.forceUpdate());
        });
  }

  public void delete(String ref) {
    calling(
        () -> {
          RefUpdate update = repository.updateRef(ref);
          update.setForceUpdate(true);
          return expect(ref, update.delete());
        });
  }

  /** Stores what an inserter makes. */
  public <T> T insert(Insertion<T> work) {
    return calling(
        () -> {
          try (ObjectInserter inserter = repository.newObjectInserter()) {
            T result = work.with(inserter);
            inserter.flush();
            return result;
          }
        });
  }

  @Override
  public void close() {
    repository.close();
  }

  private static RefUpdate.Result expect(String ref, RefUpdate.Result result) {
    return switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> result;
      default -> throw new IllegalStateException(ref + ": " + result);
    };
  }

  /** Work with an inserter. */
  @FunctionalInterface
  public interface Insertion<T> {
    T with(ObjectInserter inserter) throws IOException;
  }

  /** Work that reads or writes the repository. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  static <T> T calling(Call<T> call) {
    try {
      return call.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
