package dev.countersign.ci.process;

import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.ci.process.control.StateFolder;
import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.reference.ModelReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One folder per started app, with the reference it is given and the log it writes. The folders of
 * running apps and the newest few are kept.
 */
final class ReleaseFolders {
  private static final String REFERENCE = "model-reference.json";
  private static final int KEPT = 5;

  private final ProcessSettings settings;
  private final StateFolder state;
  private final JavaCommand java;

  ReleaseFolders(ProcessSettings settings, StateFolder state, JavaCommand java) {
    this.settings = settings;
    this.state = state;
    this.java = java;
  }

  /** Lays out a release, and says how its app is started. */
  StartRequest prepare(Release release) {
    ModelReference reference = release.reference();
    String id =
        "%s-%s-%s"
            .formatted(
                reference.version(),
                reference.artifact().digest().shortHex(),
                UUID.randomUUID().toString().substring(0, 8));
    try {
      Path folder = Files.createDirectories(state.releases().resolve(id));
      Path document = Files.writeString(folder.resolve(REFERENCE), release.document());
      int port = freePort();
      return new StartRequest(
          id,
          settings.argv().fill(values(reference, document, port)),
          ChildEnvironment.allowed(ChildEnvironment.ofThisProcess(), settings.environment()),
          Path.of("").toAbsolutePath().toString(),
          folder.resolve("app.log").toString(),
          port,
          reference.artifact().digest().toString(),
          settings.drain().toMillis());
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "release \"%s\" cannot be laid out in \"%s\": %s"
              .formatted(id, state.releases(), IoReason.of(e)),
          e);
    }
  }

  private Map<String, String> values(ModelReference reference, Path document, int port) {
    Map<String, String> values = new HashMap<>();
    values.put("port", Integer.toString(port));
    values.put("reference", document.toString());
    values.put("store", settings.store());
    values.put("stateDir", state.root().toString());
    values.put("java", java.java().toString());
    values.put("model", reference.line().model().value());
    values.put("environment", reference.line().environment().value());
    values.put("version", reference.version().toString());
    values.put("digest", reference.artifact().digest().toString());
    return values;
  }

  /** A port that was free a moment ago; if it is lost, the app does not start and says so. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Removes old folders, but none of the given ids. */
  void prune(Set<String> running) {
    try (Stream<Path> folders = Files.list(state.releases())) {
      List<Path> old =
          folders.sorted(Comparator.comparing(ReleaseFolders::modified).reversed()).toList();
      for (Path folder : old.subList(Math.min(KEPT, old.size()), old.size())) {
        if (!running.contains(folder.getFileName().toString())) {
          FileTree.delete(folder);
        }
      }
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "old releases in \"%s\" cannot be removed: %s"
              .formatted(state.releases(), IoReason.of(e)),
          e);
    }
  }

  private static long modified(Path folder) {
    return folder.toFile().lastModified();
  }
}
