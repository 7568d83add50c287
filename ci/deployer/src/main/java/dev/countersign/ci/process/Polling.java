package dev.countersign.ci.process;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again and again until there is an answer or the time is over. */
final class Polling {
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final int UNLIMITED = -1;

  private Polling() {}

  /** The first answer; empty if there was none in time. Asks at least once. */
  static <T> Optional<T> until(Duration patience, Supplier<Optional<T>> question) {
    RetryPolicy<Optional<T>> policy =
        RetryPolicy.<Optional<T>>builder()
            .handleResultIf(Optional::isEmpty)
            .abortOn(RuntimeException.class)
            .withDelay(INTERVAL)
            .withMaxAttempts(UNLIMITED)
            .withMaxDuration(patience.plus(INTERVAL).plusMillis(1))
            .build();
    return Failsafe.with(policy).get(question::get);
  }
}
