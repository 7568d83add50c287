package dev.countersign.bot.transport;

import java.time.Duration;

/**
 * Settings for tests: only real timeouts take real time, the rest passes in {@link VirtualTime}.
 */
public final class Transports {
  private Transports() {}

  /** Five attempts within two minutes of virtual time; patient with a busy machine. */
  public static TransportSettings quick() {
    return reading(Duration.ofSeconds(30));
  }

  /** The same with another time to read, for answers that do not end. */
  public static TransportSettings reading(Duration timeout) {
    return new TransportSettings(
        Duration.ofSeconds(10),
        timeout,
        Duration.ofMinutes(2),
        5,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }
}
