package dev.countersign.bot.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Where time and chance come from, so that a test needs neither.
 *
 * @param random numbers from 0 to 1, for the jitter
 */
public record Pacing(Clock clock, Sleeper sleeper, DoubleSupplier random) {
  /** The system's own. */
  public static Pacing system() {
    return new Pacing(
        Clock.systemUTC(),
        duration -> Thread.sleep(duration.toMillis()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  void sleep(Duration duration) throws InterruptedException {
    sleeper.sleep(duration);
  }
}
