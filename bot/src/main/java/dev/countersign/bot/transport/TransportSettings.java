package dev.countersign.bot.transport;

import java.time.Duration;

/**
 * How long to wait, and how often to try.
 *
 * @param connectTimeout until a connection stands
 * @param readTimeout from sending a request until its whole answer is there
 * @param deadline for one operation with all its repetitions and pauses
 * @param attempts at most this often, the first included
 * @param firstPause upper bound of the first pause; it doubles each time
 * @param longestPause upper bound of every pause that the remote did not ask for
 */
public record TransportSettings(
    Duration connectTimeout,
    Duration readTimeout,
    Duration deadline,
    int attempts,
    Duration firstPause,
    Duration longestPause) {
  public TransportSettings {
    if (attempts < 1 || deadline.isNegative() || deadline.isZero() || readTimeout.isZero()) {
      throw new IllegalArgumentException("at least one attempt, and time for it");
    }
  }

  /** Patient enough for a forge that restarts, short enough for a CI job. */
  public static TransportSettings defaults() {
    return new TransportSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(3),
        6,
        Duration.ofMillis(500),
        Duration.ofSeconds(20));
  }
}
