package dev.countersign.bot.forge.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until somebody moves it. Thread-safe. */
public final class ControlledClock extends Clock {
  /** When every fake forge starts. */
  public static final Instant START = Instant.parse("2026-05-03T14:00:00Z");

  private volatile Instant now = START;

  /** Moves it on, or back. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a forge speaks UTC");
  }
}
