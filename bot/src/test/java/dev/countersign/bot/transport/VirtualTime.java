package dev.countersign.bot.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that only sleeping moves, so that no test waits; remembers every pause. */
public final class VirtualTime extends Clock {
  /** When it starts. */
  public static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private volatile Instant now = START;

  /** Time for a caller, with jitter at its bound. */
  public Pacing pacing() {
    return pacing(1.0);
  }

  /** Time for a caller whose chance always gives one number. */
  public Pacing pacing(double chance) {
    return new Pacing(this, this::sleep, () -> chance);
  }

  /** Every pause so far. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
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
    return this;
  }

  private void sleep(Duration duration) {
    pauses.add(duration);
    now = now.plus(duration);
  }
}
