package dev.countersign.ci.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at a fixed time and goes on by a minute each time it is looked at. */
public final class TickingClock implements InstantSource {
  /** What it says first. */
  public static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

  private Instant next = START;

  @Override
  public Instant instant() {
    Instant now = next;
    next = next.plus(Duration.ofMinutes(1));
    return now;
  }
}
