package dev.countersign.modelrefs.git.log;

/** One line of a log's file; {@code number} counts from 1. */
public sealed interface LogEntry<R> {
  /** Where it stands in the file, from 1. */
  int number();

  /** A line that is well-formed, belongs here, and fits the lines around it. */
  record Recorded<R>(int number, R record) implements LogEntry<R> {}

  /** A line that does not verify: to be shown, never to be trusted. */
  record Unverifiable<R>(int number, String reason) implements LogEntry<R> {}
}
