package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evidence.bootstrap.Holm;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;

/** Which slices are shown to be worse than the baseline, corrected within each family. */
final class SliceJudgement {
  private final IdentityHashMap<Estimate, Double> adjusted = new IdentityHashMap<>();

  SliceJudgement(List<Estimate> estimates, List<SliceFamily> families) {
    families.forEach(family -> judge(family, members(family, estimates)));
  }

  /** The corrected p-value of a slice; empty if it is not judged. */
  OptionalDouble adjustedP(Estimate estimate) {
    Double p = adjusted.get(estimate);
    return p == null ? OptionalDouble.empty() : OptionalDouble.of(p);
  }

  /** Whether any slice is shown to be worse beyond its family's margin. */
  boolean anyWorse(double alpha) {
    return adjusted.values().stream().anyMatch(p -> p <= alpha);
  }

  private void judge(SliceFamily family, List<Estimate> slices) {
    double[] p = slices.stream().mapToDouble(s -> s.worseBeyond(family.margin())).toArray();
    double[] corrected = Holm.adjust(p);
    for (int i = 0; i < corrected.length; i++) {
      adjusted.put(slices.get(i), corrected[i]);
    }
  }

  private static List<Estimate> members(SliceFamily family, List<Estimate> estimates) {
    return estimates.stream()
        .filter(Estimate::paired)
        .filter(
            estimate ->
                estimate
                    .subset()
                    .slice()
                    .filter(
                        slice ->
                            family.covers(
                                estimate.metric().name(), slice, estimate.subset().rows().size()))
                    .isPresent())
        .toList();
  }
}
