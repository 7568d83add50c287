package dev.countersign.modelrefs.evidence.bootstrap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: whatever is called significant at a level is wrong anywhere in the
 * family with at most that probability (Holm, 1979).
 */
public final class Holm {
  private Holm() {}

  /** The adjusted p-values, in the order of the given ones. */
  public static double[] adjust(double... p) {
    List<Integer> ascending =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    double[] adjusted = new double[p.length];
    double running = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int i = ascending.get(rank);
      running = Math.max(running, Math.min(1, (p.length - rank) * p[i]));
      adjusted[i] = running;
    }
    return adjusted;
  }
}
