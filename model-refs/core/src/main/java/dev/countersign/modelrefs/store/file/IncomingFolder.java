package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.files.FileTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder that is being written and becomes visible by one rename. While it is written its process
 * holds a lock on a file beside it; so whoever comes next can tell the leavings of a killed process
 * from another's work, and clears them away. Closing removes whatever was not published.
 */
final class IncomingFolder implements Closeable {
  private static final String PREFIX = ".countersign-incoming-";
  private static final String LOCK = ".lock";

  /**
   * The locks of this process. POSIX drops all of a process's locks on a file when it closes any
   * channel to it (fcntl(2)), so these files must not be opened a second time.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lockChannel;

  private IncomingFolder(Path folder, Path lockFile, FileChannel lockChannel) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lockChannel = lockChannel;
  }

  /** A new, empty folder inside the parent, which is made if it does not exist. */
  static IncomingFolder in(Path parent) throws IOException {
    Path real = Files.createDirectories(parent).toRealPath();
    clearLeavings(real);
    while (true) {
      Path folder = real.resolve(PREFIX + UUID.randomUUID());
      Path lockFile = folder.resolveSibling(folder.getFileName() + LOCK);
      OWN.add(lockFile);
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null && Files.exists(lockFile)) {
        return new IncomingFolder(Files.createDirectory(folder), lockFile, channel);
      }
      // Another process took it for the leavings of a dead one, before it was locked.
      channel.close();
      OWN.remove(lockFile);
    }
  }

  /** Clears away what killed processes left in a parent, which need not exist. */
  static void sweep(Path parent) throws IOException {
    if (Files.isDirectory(parent)) {
      clearLeavings(parent.toRealPath());
    }
  }

  /** The folder to write to. */
  Path folder() {
    return folder;
  }

  /**
   * Makes the folder visible under its name.
   *
   * @return false if something is there already, which stays as it is
   */
  boolean publish(Path target) throws IOException {
    try {
      Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (Files.exists(target)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (lockChannel) {
      FileTree.delete(folder);
      Files.deleteIfExists(lockFile);
    } finally {
      OWN.remove(lockFile);
    }
  }

  private static void clearLeavings(Path parent) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, PREFIX + "*" + LOCK)) {
      for (Path lockFile : locks) {
        if (!OWN.contains(lockFile)) {
          clearIfDead(lockFile);
        }
      }
    }
  }

  private static void clearIfDead(Path lockFile) throws IOException {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        String name = String.valueOf(lockFile.getFileName());
        FileTree.delete(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
        Files.deleteIfExists(lockFile);
      }
    } catch (NoSuchFileException e) {
      // Its owner has ended, or another process has cleared it.
    }
  }
}
