package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/** A bare repository on this machine, opened in place: nothing is copied, no hook runs. */
final class LocalOrigin implements Origin {
  private final Repository repository;
  private final Duration patience;

  /**
   * @param patience how long to wait for a lock that another process holds
   */
  LocalOrigin(Repository repository, Duration patience) {
    this.repository = repository;
    this.patience = patience;
  }

  @Override
  public Repository objects() {
    return repository;
  }

  @Override
  public Map<String, ObjectId> fetch(Collection<String> refs) throws IOException {
    try {
      return read(refs);
    } catch (FileSystemException unreadable) {
      throw unreadable;
    } catch (IOException damaged) {
      throw new CorruptObjectException(damaged.getMessage(), damaged);
    }
  }

  private Map<String, ObjectId> read(Collection<String> refs) throws IOException {
    RefDatabase database = repository.getRefDatabase();
    database.refresh();
    Map<String, ObjectId> found = new HashMap<>();
    for (String ref : refs) {
      List<Ref> matching =
          ref.endsWith("/*")
              ? database.getRefsByPrefix(ref.substring(0, ref.length() - 1))
              : exact(database, ref).stream().toList();
      for (Ref match : matching) {
        if (match.getObjectId() != null) {
          found.put(match.getName(), peeled(database, match));
        }
      }
    }
    return found;
  }

  /** JGit takes a file that is too short for a ref to be none; then it would be made anew. */
  private Optional<Ref> exact(RefDatabase database, String name) throws IOException {
    Optional<Ref> ref = Optional.ofNullable(database.exactRef(name));
    if (ref.isEmpty() && Files.isRegularFile(repository.getDirectory().toPath().resolve(name))) {
      ref = Optional.ofNullable(database.exactRef(name));
      if (ref.isEmpty()) {
        throw new IOException("\"" + name + "\" is not a ref");
      }
    }
    return ref;
  }

  private static ObjectId peeled(RefDatabase database, Ref ref) throws IOException {
    ObjectId target = database.peel(ref).getPeeledObjectId();
    return target == null ? ref.getObjectId() : target;
  }

  @Override
  public List<PushResult> push(List<RefUpdate> updates) throws IOException {
    return new RefRace(updates, patience).settle(this::attempt, this::fetch);
  }

  private List<RefRace.Report> attempt(List<RefUpdate> updates) throws IOException {
    BatchRefUpdate batch = repository.getRefDatabase().newBatchUpdate();
    batch.setAtomic(updates.size() > 1);
    batch.setAllowNonFastForwards(true);
    batch.disableRefLog();
    updates.forEach(update -> batch.addCommand(command(update)));
    try (RevWalk walk = new RevWalk(repository)) {
      batch.execute(walk, NullProgressMonitor.INSTANCE);
    }
    return batch.getCommands().stream().map(LocalOrigin::report).toList();
  }

  private static ReceiveCommand command(RefUpdate update) {
    return new ReceiveCommand(
        update.expected().map(Ids::of).orElse(ObjectId.zeroId()),
        update.target().map(Ids::of).orElse(ObjectId.zeroId()),
        update.ref());
  }

  private static RefRace.Report report(ReceiveCommand command) {
    return switch (command.getResult()) {
      case OK -> RefRace.Report.moved();
      case LOCK_FAILURE ->
          RefRace.Report.locked(
              "the ref cannot be locked; if no other process runs, remove \"%s.lock\""
                  .formatted(command.getRefName()));
      case NOT_ATTEMPTED,
          REJECTED_CURRENT_BRANCH,
          REJECTED_MISSING_OBJECT,
          REJECTED_NOCREATE,
          REJECTED_NODELETE,
          REJECTED_NONFASTFORWARD,
          REJECTED_OTHER_REASON ->
          RefRace.Report.refused(
              Optional.ofNullable(command.getMessage()).orElse(command.getResult().name()));
    };
  }

  @Override
  public void obtain(Collection<ObjectId> blobs) {
    // All objects are here.
  }

  @Override
  public boolean deepen() {
    return false;
  }

  @Override
  public void close() {
    repository.close();
  }
}
