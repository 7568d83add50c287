package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The attempts at one operation: decides after each failure whether another one follows, and when.
 * The pause before it is drawn evenly between nothing and a bound that doubles each time ("full
 * jitter"), or is what the remote asks for if that is longer.
 */
final class Attempts {
  private final TransportSettings settings;
  private final Pacing pacing;
  private final Instant deadline;
  private int begun;
  private Duration pause = Duration.ZERO;
  private Optional<Duration> tooLong = Optional.empty();

  Attempts(TransportSettings settings, Pacing pacing, Instant deadline) {
    this.settings = settings;
    this.pacing = pacing;
    this.deadline = deadline;
  }

  /** Whether another attempt is allowed and fits before the deadline; may be asked twice. */
  boolean allowAnother(RemoteFailure failure) {
    if (Reaction.to(failure) == Reaction.GIVE_UP) {
      return false;
    }
    Instant now = pacing.clock().instant();
    Optional<Duration> asked = RemoteTime.pause(failure, now);
    pause = asked.map(this::afterAsked).orElseGet(this::drawn);
    boolean late = now.plus(pause).isAfter(deadline);
    tooLong = late || begun >= settings.attempts() ? asked : Optional.empty();
    return !late && begun < settings.attempts();
  }

  /** Begins an attempt: waits as long as the failure before it asks for. */
  void begin() throws InterruptedException {
    begun++;
    if (!pause.isZero()) {
      pacing.sleep(pause);
    }
  }

  CountersignException report(String description, RemoteFailure failure) {
    return FailureReport.of(description, failure, begun, tooLong);
  }

  private Duration afterAsked(Duration asked) {
    return asked.plus(scaled(settings.firstPause()));
  }

  private Duration drawn() {
    Duration bound = settings.firstPause().multipliedBy(1L << Math.min(begun - 1, 20));
    return scaled(bound.compareTo(settings.longestPause()) < 0 ? bound : settings.longestPause());
  }

  private Duration scaled(Duration bound) {
    return Duration.ofMillis((long) (bound.toMillis() * pacing.random().getAsDouble()));
  }
}
