package dev.countersign.bot.transport;

import java.time.Duration;

/** Settings for tests: real timeouts are short, the rest passes in {@link VirtualTime}. */
public final class Transports {
  private Transports() {}

  /** One second to read; five attempts within a minute of virtual time. */
  public static TransportSettings quick() {
    return new TransportSettings(
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofMinutes(2),
        5,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }
}
