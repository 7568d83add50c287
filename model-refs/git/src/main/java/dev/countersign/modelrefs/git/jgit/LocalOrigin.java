package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  LocalOrigin(Repository repository) {
    this.repository = repository;
  }

  @Override
  public Repository objects() {
    return repository;
  }

  @Override
  public Map<String, ObjectId> fetch(Collection<String> refs) throws IOException {
    RefDatabase database = repository.getRefDatabase();
    database.refresh();
    Map<String, ObjectId> found = new HashMap<>();
    for (String ref : refs) {
      List<Ref> matching =
          ref.endsWith("/*")
              ? database.getRefsByPrefix(ref.substring(0, ref.length() - 1))
              : Optional.ofNullable(database.exactRef(ref)).stream().toList();
      for (Ref match : matching) {
        if (match.getObjectId() != null) {
          found.put(match.getName(), peeled(database, match));
        }
      }
    }
    return found;
  }

  private static ObjectId peeled(RefDatabase database, Ref ref) throws IOException {
    ObjectId target = database.peel(ref).getPeeledObjectId();
    return target == null ? ref.getObjectId() : target;
  }

  @Override
  public List<PushResult> push(List<RefUpdate> updates) throws IOException {
    return new RefRace(updates).settle(this::attempt, this::fetch);
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
      case LOCK_FAILURE -> RefRace.Report.locked("cannot lock ref");
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
