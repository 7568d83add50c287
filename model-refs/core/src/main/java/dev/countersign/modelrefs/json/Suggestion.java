package dev.countersign.modelrefs.json;

import java.util.Collection;
import java.util.List;

/** Finds the known word that a mistyped one is nearest to. */
public final class Suggestion {
  private static final int SHORTEST_START = 3;

  private Suggestion() {}

  /**
   * {@code ; did you mean "x"?} for the nearest known word, or for the only one that begins with
   * what was typed; nothing if none is near.
   */
  public static String of(String word, Collection<String> known) {
    List<String> longer = known.stream().filter(each -> each.startsWith(word)).toList();
    if (longer.size() == 1 && word.length() >= SHORTEST_START) {
      return question(longer.get(0));
    }
    String best = "";
    int bestDistance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? "" : question(best);
  }

  private static String question(String word) {
    return "; did you mean \"" + word + "\"?";
  }

  /** Levenshtein distance by dynamic programming over two rows. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
