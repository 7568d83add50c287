package dev.countersign.ci.process.control;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which a front keeps what must outlive it. Files are written beside and moved into
 * place, readable by their owner only; an unreadable one counts as absent.
 */
public final class StateFolder {
  private static final String FRONT = "front.json";
  private static final String APPS = "apps.json";

  /** The form of {@code apps.json}. */
  private record Apps(List<AppRecord> apps) {}

  private final Path root;

  /** The state folder at a path; it is made when first written to. */
  public StateFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Its absolute path. */
  public Path root() {
    return root;
  }

  /** Where the front listens, if one ever came up and did not leave in order. */
  public Optional<FrontAddress> front() {
    return read(FRONT, FrontAddress.class);
  }

  /** Notes where the front listens. */
  public void writeFront(FrontAddress address) {
    write(FRONT, address);
  }

  /** Forgets the front; done already is done. */
  public void forgetFront() {
    try {
      Files.deleteIfExists(root.resolve(FRONT));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The apps that the last front had. */
  public List<AppRecord> apps() {
    return read(APPS, Apps.class).map(Apps::apps).orElse(List.of());
  }

  /** Notes the apps. */
  public void writeApps(List<AppRecord> apps) {
    write(APPS, new Apps(apps));
  }

  /** What the front says about itself. */
  public Path frontLog() {
    return root.resolve("front.log");
  }

  /** Held by the front as long as it lives. */
  public Path frontLock() {
    return root.resolve("front.lock");
  }

  /** Held by a deployer while it changes something. */
  public Path deployLock() {
    return root.resolve("deploy.lock");
  }

  /** The folders of all releases. */
  public Path releases() {
    return root.resolve("releases");
  }

  /** Makes the folder, closed to others. */
  public void make() {
    try {
      makeOwned(root);
      makeOwned(releases());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static void makeOwned(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    try {
      return Wire.read(Files.readAllBytes(root.resolve(name)), type);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void write(String name, Object value) {
    make();
    try {
      // A temporary file of the JDK is readable by its owner only.
      Path temporary = Files.createTempFile(root, name, ".new");
      try {
        Files.write(temporary, Wire.write(value));
        Files.move(
            temporary,
            root.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private CountersignException unusable(IOException cause) {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "the state folder \"%s\" cannot be used: %s".formatted(root, IoReason.of(cause)),
        cause);
  }
}
