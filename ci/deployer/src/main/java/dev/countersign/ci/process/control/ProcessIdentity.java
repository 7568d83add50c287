package dev.countersign.ci.process.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of this machine, told apart from a later one with the same number by its start.
 *
 * @param startedAtMillis 0 where the platform does not tell
 */
public record ProcessIdentity(long pid, long startedAtMillis) {
  /** Start times are derived from the boot time, which moves when the clock is set. */
  private static final long TOLERANCE_MILLIS = Duration.ofSeconds(2).toMillis();

  /** The identity of a running process. */
  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(handle.pid(), startOf(handle));
  }

  /** The process, if it still runs. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> Math.abs(startOf(handle) - startedAtMillis) <= TOLERANCE_MILLIS);
  }

  private static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
