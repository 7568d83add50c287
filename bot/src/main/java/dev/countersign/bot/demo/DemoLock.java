package dev.countersign.bot.demo;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second demo away from the folder of one that runs, for it begins by clearing it. The lock
 * is a file beside the folder; it ends with the process, however that ends.
 */
final class DemoLock implements AutoCloseable {
  private final Path file;
  private final Optional<FileChannel> locked;

  private DemoLock(Path file, Optional<FileChannel> locked) {
    this.file = file;
    this.locked = locked;
  }

  /**
   * Takes a folder. Where no file can be made beside it, nothing is locked: that the folder cannot
   * be written is told by who writes.
   *
   * @throws CountersignException {@code CONFLICT} if a demo runs there
   */
  static DemoLock on(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Path file = root.resolveSibling(root.getFileName() + ".lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        channel.close();
        throw new CountersignException(
            ErrorCode.CONFLICT,
            "a demo runs in \"%s\"; end it by Ctrl-C, or name another folder by --dir"
                .formatted(folder));
      }
      return new DemoLock(file, Optional.of(channel));
    } catch (IOException unwritable) {
      return new DemoLock(file, Optional.empty());
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    locked.ifPresent(
        channel -> {
          try {
            Files.deleteIfExists(file);
            channel.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
