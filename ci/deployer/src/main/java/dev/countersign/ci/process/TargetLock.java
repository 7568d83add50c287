package dev.countersign.ci.process;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One deployer at a time; the system gives the lock back when its holder dies. */
final class TargetLock {
  private TargetLock() {}

  /**
   * Waits for the lock and acts while holding it.
   *
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if another deployer keeps it
   */
  static <T> T holding(Path file, Duration patience, Supplier<T> action) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (Polling.until(patience, () -> Optional.of(channel).filter(TargetLock::isLocked))
          .isEmpty()) {
        throw busy(file, patience);
      }
      return action.get();
    } catch (IOException | UncheckedIOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be locked: %s".formatted(file, IoReason.of(e)),
          e);
    }
  }

  private static CountersignException busy(Path file, Duration patience) {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "another deployment holds \"%s\" for more than %d s".formatted(file, patience.toSeconds()));
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
