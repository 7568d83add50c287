package dev.countersign.pipeline.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process with its children and theirs. */
final class ProcessTree {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private ProcessTree() {}

  /** Asks all of them to end, waits three seconds at most, then makes them. */
  static void kill(Process process) {
    List<ProcessHandle> tree =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    tree.forEach(ProcessHandle::destroy);
    if (!endedWithin(tree, GRACE)) {
      Stream.concat(process.descendants(), tree.stream()).forEach(ProcessHandle::destroyForcibly);
      endedWithin(tree, GRACE);
    }
  }

  private static boolean endedWithin(List<ProcessHandle> tree, Duration time) {
    boolean interrupted = Thread.interrupted();
    try {
      CompletableFuture.allOf(
              tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      interrupted = true;
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
