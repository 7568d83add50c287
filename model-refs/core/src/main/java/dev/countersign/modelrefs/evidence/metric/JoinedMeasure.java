package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.bootstrap.Measure;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Metrics of several measures in one.
 *
 * @param sources the measure that each metric comes from
 * @param positions its position there
 */
record JoinedMeasure(List<Measure> sources, List<Integer> positions) implements Measure {
  @Override
  public int size() {
    return sources.size();
  }

  @Override
  public void at(int[] counts, double[] values) {
    IdentityHashMap<Measure, double[]> found = new IdentityHashMap<>();
    for (int metric = 0; metric < values.length; metric++) {
      double[] of = found.computeIfAbsent(sources.get(metric), source -> evaluate(source, counts));
      values[metric] = of[positions.get(metric)];
    }
  }

  private static double[] evaluate(Measure source, int[] counts) {
    double[] values = new double[source.size()];
    source.at(counts, values);
    return values;
  }
}
