package dev.countersign.bot.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Unified diffs, as {@code diff -u} prints them. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final int HEADER = 2;

  private UnifiedDiff() {}

  /** The hunks from one text to another, without the two lines that name the files. */
  public static List<String> hunks(List<String> before, List<String> after) {
    List<String> lines = of("before", "after", before, after);
    return lines.subList(Math.min(HEADER, lines.size()), lines.size());
  }

  /**
   * The whole diff; empty if the texts are the same.
   *
   * @param from how to name the text before
   * @param to how to name the text after
   */
  public static List<String> of(String from, String to, List<String> before, List<String> after) {
    return UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, after), CONTEXT)
        .stream()
        .map(UnifiedDiff::emptySideAtZero)
        .toList();
  }

  /** A side without lines begins at 0 ({@code diff -u} and Git; the library says 1). */
  private static String emptySideAtZero(String line) {
    return line.startsWith("@@ ")
        ? line.replace("@@ -1,0 +", "@@ -0,0 +").replace(" +1,0 @@", " +0,0 @@")
        : line;
  }
}
