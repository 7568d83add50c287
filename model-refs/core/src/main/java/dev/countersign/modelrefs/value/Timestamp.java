package dev.countersign.modelrefs.value;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Points in time as in RFC 3339, whose years have four digits: a time beyond them would be written
 * in a form that other readers refuse, and does not fit into milliseconds of a {@code long}.
 */
public final class Timestamp {
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Timestamp() {}

  /** The time that a text names; empty if it names none, or one outside the years 0 to 9999. */
  public static Optional<Instant> parse(String text) {
    try {
      return within(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The time, if it lies within the years 0 to 9999. */
  public static Optional<Instant> within(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
  }
}
