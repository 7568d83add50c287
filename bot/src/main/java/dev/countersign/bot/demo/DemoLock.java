package dev.countersign.bot.demo;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second demo out of a folder. The lock is the operating system's and ends with the
 * process, however that ends; the file stays.
 */
final class DemoLock {
  /** The file in the demo's folder. */
  static final String NAME = "lock";

  private final FileChannel channel;

  private DemoLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder that exists
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if another demo has it
   * @throws IOException if the folder cannot be written
   */
  static DemoLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "a demo runs in \"%s\"; end it, or name another folder by --dir".formatted(folder));
    }
    return new DemoLock(channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  /** Lets the next demo in. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
