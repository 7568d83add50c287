package dev.countersign.bot.scaffold;

import dev.countersign.bot.diff.UnifiedDiff;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param diff from what is there to what should be; empty if nothing changes
 */
public record PlannedFile(ScaffoldFile file, State state, List<String> diff) {
  /** What is there before. */
  public enum State {
    /** Nothing: the file is written. */
    NEW,
    /** The same: nothing is done. */
    UNCHANGED,
    /** Something else: it is left alone, and a person decides. */
    DIFFERENT
  }

  public PlannedFile {
    diff = List.copyOf(diff);
  }

  /**
   * Compares a file with what is there.
   *
   * @param existing the text that is there; empty if there is no file
   */
  static PlannedFile of(ScaffoldFile file, Optional<String> existing) {
    List<String> diff =
        UnifiedDiff.of(
            existing.isPresent() ? "a/" + file.path() : "/dev/null",
            "b/" + file.path(),
            existing.map(text -> text.lines().toList()).orElse(List.of()),
            file.lines());
    State state =
        existing.isEmpty() ? State.NEW : diff.isEmpty() ? State.UNCHANGED : State.DIFFERENT;
    return new PlannedFile(file, state, diff);
  }
}
