package dev.countersign.modelrefs.git.log;

import java.util.ArrayList;
import java.util.List;

/** Parts the lines of a log into those that verify and those that do not; order is kept. */
final class Entries {
  private Entries() {}

  static <R> List<R> recorded(List<LogEntry<R>> entries) {
    List<R> records = new ArrayList<>();
    for (LogEntry<R> entry : entries) {
      if (entry instanceof LogEntry.Recorded<R> recorded) {
        records.add(recorded.record());
      }
    }
    return List.copyOf(records);
  }

  static <R> List<LogEntry.Unverifiable<R>> unverifiable(List<LogEntry<R>> entries) {
    List<LogEntry.Unverifiable<R>> found = new ArrayList<>();
    for (LogEntry<R> entry : entries) {
      if (entry instanceof LogEntry.Unverifiable<R> unverifiable) {
        found.add(unverifiable);
      }
    }
    return List.copyOf(found);
  }
}
