package dev.countersign.bot.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The sections of a review: a closed list, in reading order. */
public enum SectionKind {
  VERDICT("Verdict", 0, false),
  GATES("Gates", 2, false),
  METRICS("Metrics", 3, false),
  REPEATS("Luck of the training", 5, false),
  SLICES("Slices", 4, false),
  PLOTS("Plots", 9, false),
  RUN_PLOTS("Pictures of the run", 11, false),
  SERVING_INPUT("Serving input", 7, false),
  MERGING("What merging does", 1, false),
  PROVENANCE("Where it comes from", 8, false),
  ROLLBACK("Going back", 6, false),
  PARAMETERS("Parameters", 13, true),
  DATA("Data", 12, true),
  ALL_METRICS("All metrics", 14, true),
  HISTORY("Earlier candidates", 10, true);

  private final String heading;
  private final int importance;
  private final boolean folded;

  SectionKind(String heading, int importance, boolean folded) {
    this.heading = heading;
    this.importance = importance;
    this.folded = folded;
  }

  /** Its heading. */
  public String heading() {
    return heading;
  }

  /** Whether it is closed until a reader opens it. */
  public boolean folded() {
    return folded;
  }

  /** In the order in which sections are left out where space is short; the verdict never is. */
  public static List<SectionKind> leastImportantFirst() {
    Comparator<SectionKind> importance = Comparator.comparingInt(kind -> kind.importance);
    return Arrays.stream(values())
        .filter(kind -> kind != VERDICT)
        .sorted(importance.reversed())
        .toList();
  }
}
