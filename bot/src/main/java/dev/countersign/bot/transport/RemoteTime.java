package dev.countersign.bot.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * How long a remote asks to be left alone: {@code Retry-After} (RFC 9110 §10.2.3, seconds or date),
 * GitHub's {@code x-ratelimit-*}, GitLab's {@code RateLimit-*} (both: seconds since 1970). Points
 * in time are read against the answer's own {@code Date}, so a clock that is wrong does no harm.
 */
final class RemoteTime {
  /** GitHub: "wait for at least one minute" where a secondary limit names no time. */
  private static final Duration UNNAMED = Duration.ofMinutes(1);

  private static final List<String> PREFIXES = List.of("x-ratelimit-", "ratelimit-");

  private RemoteTime() {}

  /** Whether an answer says "too often". */
  static boolean isLimited(RemoteFailure failure) {
    return failure.status() == 429
        || (failure.status() == 403
            && (failure.header("retry-after").isPresent()
                || PREFIXES.stream().anyMatch(prefix -> isUsedUp(failure, prefix))
                || failure.body().contains("rate limit")));
  }

  /** The pause that the remote asks for; empty if it asks for none. */
  static Optional<Duration> pause(RemoteFailure failure, Instant now) {
    Instant there = failure.header("date").flatMap(RemoteTime::date).orElse(now);
    Optional<Duration> named =
        failure
            .header("retry-after")
            .flatMap(value -> seconds(value).map(Duration::ofSeconds).or(() -> until(value, there)))
            .or(() -> reset(failure, there));
    return named.or(() -> isLimited(failure) ? Optional.of(UNNAMED) : Optional.empty());
  }

  private static Optional<Duration> reset(RemoteFailure failure, Instant there) {
    return PREFIXES.stream()
        .filter(prefix -> isUsedUp(failure, prefix))
        .map(prefix -> failure.header(prefix + "reset").flatMap(RemoteTime::seconds))
        .flatMap(Optional::stream)
        .map(second -> atLeastNothing(Duration.between(there, Instant.ofEpochSecond(second))))
        .findFirst();
  }

  private static boolean isUsedUp(RemoteFailure failure, String prefix) {
    return failure.header(prefix + "remaining").filter("0"::equals).isPresent();
  }

  private static Optional<Duration> until(String value, Instant there) {
    return date(value).map(instant -> atLeastNothing(Duration.between(there, instant)));
  }

  private static Duration atLeastNothing(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whole seconds; ten digits reach the year 2286, more is nonsense. */
  private static Optional<Long> seconds(String value) {
    return value.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
  }
}
