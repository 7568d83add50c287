package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.util.FileUtils;

/**
 * A repository on a Git server; what is needed of it is kept in a temporary folder until it is
 * closed. The first fetch brings the commit and the trees of each tip, no history and no file;
 * history comes when it is asked for, files by id when they are read. (JGit's repository in memory
 * forgets where its history ends, so nothing could be pushed from it.)
 */
final class ServerOrigin implements Origin {
  private final Path folder;
  private final Repository objects;
  private final ServerTransport server;
  private final Set<ObjectId> tips = new HashSet<>();
  private boolean wholeHistory;

  ServerOrigin(ServerTransport server) throws IOException {
    this.server = server;
    this.wholeHistory = server.bringsAll();
    this.folder = Files.createTempDirectory("countersign-git");
    this.objects = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    objects.create(true);
    // A redirect would carry the token to another host.
    objects.getConfig().setString("http", null, "followRedirects", "false");
  }

  @Override
  public Repository objects() {
    return objects;
  }

  @Override
  public Map<String, ObjectId> fetch(Collection<String> refs) throws IOException {
    return server.exchange(
        objects,
        transport -> {
          server.withoutFiles(transport, wholeHistory);
          try (FetchConnection connection = open(transport, refs)) {
            Map<String, ObjectId> found = select(connection, refs);
            bring(connection, missing(found.values()));
            tips.addAll(found.values());
            return found;
          }
        });
  }

  @Override
  public boolean deepen() throws IOException {
    if (wholeHistory || tips.isEmpty()) {
      return false;
    }
    // Asked for as if nothing were here: to deepen in place would make the server and JGit agree
    // on what a filtered, shallow copy holds.
    objects.getObjectDatabase().setShallowCommits(Set.of());
    server.exchange(
        objects,
        transport -> {
          server.withoutFiles(transport, true);
          try (FetchConnection connection = smart(transport.openFetch())) {
            connection.fetch(NullProgressMonitor.INSTANCE, wants(tips), Set.of());
            return tips.size();
          }
        });
    wholeHistory = true;
    return true;
  }

  @Override
  public void obtain(Collection<ObjectId> blobs) throws IOException {
    server.exchange(
        objects,
        transport -> {
          try (FetchConnection connection = smart(transport.openFetch())) {
            connection.fetch(NullProgressMonitor.INSTANCE, wants(blobs), Set.of());
            return blobs.size();
          }
        });
  }

  @Override
  public List<PushResult> push(List<RefUpdate> updates) throws IOException {
    return new RefRace(updates, Duration.ofSeconds(5))
        .settle(
            batch -> server.exchange(objects, transport -> server.push(transport, objects, batch)),
            this::look);
  }

  private Map<String, ObjectId> look(Collection<String> refs) throws IOException {
    return server.exchange(
        objects,
        transport -> {
          try (FetchConnection connection = open(transport, refs)) {
            return select(connection, refs);
          }
        });
  }

  /** Asks for these refs only; a server may have a hundred thousand. */
  private static FetchConnection open(Transport transport, Collection<String> refs)
      throws IOException {
    String[] prefixes = refs.stream().map(ServerOrigin::prefix).toArray(String[]::new);
    return smart(transport.openFetch(List.of(), prefixes));
  }

  /** A page of HTML with status 200 would be taken for a repository of the old, dumb protocol. */
  private static FetchConnection smart(FetchConnection connection) throws IOException {
    if (connection instanceof BasePackFetchConnection) {
      return connection;
    }
    connection.close();
    throw new TransportException("it does not answer in the Git protocol");
  }

  private static String prefix(String ref) {
    return ref.endsWith("/*") ? ref.substring(0, ref.length() - 1) : ref;
  }

  private static Map<String, ObjectId> select(FetchConnection connection, Collection<String> refs) {
    Map<String, ObjectId> found = new HashMap<>();
    for (Ref ref : connection.getRefs()) {
      boolean wanted = refs.stream().anyMatch(name -> names(name, ref.getName()));
      if (wanted && ref.getObjectId() != null) {
        found.put(
            ref.getName(),
            ref.getPeeledObjectId() == null ? ref.getObjectId() : ref.getPeeledObjectId());
      }
    }
    return found;
  }

  private static boolean names(String wanted, String ref) {
    return wanted.endsWith("/*") ? ref.startsWith(prefix(wanted)) : ref.equals(wanted);
  }

  private Set<ObjectId> missing(Collection<ObjectId> ids) throws IOException {
    Set<ObjectId> missing = new HashSet<>();
    for (ObjectId id : ids) {
      if (!objects.getObjectDatabase().has(id)) {
        missing.add(id);
      }
    }
    return missing;
  }

  private void bring(FetchConnection connection, Set<ObjectId> ids) throws IOException {
    if (!ids.isEmpty()) {
      connection.fetch(NullProgressMonitor.INSTANCE, wants(ids), tips);
    }
  }

  private static List<Ref> wants(Collection<ObjectId> ids) {
    return ids.stream()
        .<Ref>map(id -> new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id))
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    objects.close();
    try {
      FileUtils.delete(
          folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
