package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.value.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Reads a column of ISO 8601 instants ({@code 2026-05-03T14:00:00Z}) or dates, in UTC. */
final class TimeReader implements FieldReader {
  private final DoubleStream.Builder millis = DoubleStream.builder();

  @Override
  public Optional<String> add(String field) {
    Optional<Instant> time = parse(field);
    millis.add(time.map(Instant::toEpochMilli).orElse(0L));
    return time.isPresent() ? Optional.empty() : Optional.of(problem(field));
  }

  /** Why a field is no time. */
  static String problem(String field) {
    return "\"%s\" is not a time; write 2026-05-03T14:00:00Z or 2026-05-03"
        .formatted(Numbers.shortened(field));
  }

  Column column() {
    return Column.of(millis.build().toArray());
  }

  /** The time that a field names. */
  static Optional<Instant> parse(String field) {
    if (field.indexOf('T') >= 0) {
      return Timestamp.parse(field);
    }
    try {
      return Timestamp.within(LocalDate.parse(field).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
