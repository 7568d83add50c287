package dev.countersign.bot.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the bundles that were found.
 *
 * @param runs that were proposed, or decided about
 * @param failed not recorded yet, so that the chat is told first
 * @param problems what is tried again by the next job
 */
public record Collected(List<SyncedRun> runs, List<FailedRun> failed, List<Problem> problems) {
  public Collected {
    runs = List.copyOf(runs);
    failed = List.copyOf(failed);
    problems = List.copyOf(problems);
  }

  /** Nothing was found. */
  public static Collected nothing() {
    return new Collected(List.of(), List.of(), List.of());
  }

  /** Both together. */
  Collected and(Collected other) {
    return new Collected(
        joined(runs, other.runs), joined(failed, other.failed), joined(problems, other.problems));
  }

  static Collected of(SyncedRun run) {
    return new Collected(List.of(run), List.of(), List.of());
  }

  static Collected of(FailedRun run) {
    return new Collected(List.of(), List.of(run), List.of());
  }

  static Collected of(Problem problem) {
    return new Collected(List.of(), List.of(), List.of(problem));
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
