package dev.countersign.modelrefs.evidence.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws units with replacement, as many as there are, and computes every measure on each resample.
 * Resample {@code r} uses the {@code r}-th jump of xoshiro256++ seeded with the seed (Blackman and
 * Vigna, 2021), so resamples are independent streams and the result does not depend on threads.
 */
public final class Bootstrap {
  private final Units units;
  private final int resamples;
  private final long seed;

  /** A bootstrap of the given size. */
  public Bootstrap(Units units, int resamples, long seed) {
    this.units = units;
    this.resamples = resamples;
    this.seed = seed;
  }

  /** The values of every metric of every measure in all resamples, all on the same draws. */
  public List<List<Draws>> draw(List<Measure> measures) {
    List<double[][]> values =
        measures.stream().map(measure -> new double[measure.size()][resamples]).toList();
    List<UniformRandomProvider> streams = streams();
    IntStream.range(0, resamples)
        .parallel()
        .forEach(r -> resample(r, counts(streams.get(r)), measures, values));
    return values.stream().map(metrics -> Arrays.stream(metrics).map(Draws::of).toList()).toList();
  }

  /** The values of a measure's metrics on the rows themselves. */
  public double[] observe(Measure measure) {
    int[] once = new int[units.count()];
    Arrays.fill(once, 1);
    double[] values = new double[measure.size()];
    measure.at(once, values);
    return values;
  }

  private static void resample(
      int r, int[] counts, List<Measure> measures, List<double[][]> values) {
    for (int m = 0; m < measures.size(); m++) {
      double[][] target = values.get(m);
      double[] found = new double[target.length];
      measures.get(m).at(counts, found);
      for (int metric = 0; metric < found.length; metric++) {
        target[metric][r] = found[metric];
      }
    }
  }

  private int[] counts(UniformRandomProvider random) {
    int[] counts = new int[units.count()];
    for (int draw = 0; draw < counts.length; draw++) {
      counts[random.nextInt(counts.length)]++;
    }
    return counts;
  }

  private List<UniformRandomProvider> streams() {
    JumpableUniformRandomProvider source =
        (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
    List<UniformRandomProvider> streams = new ArrayList<>(resamples);
    for (int r = 0; r < resamples; r++) {
      streams.add(source.jump());
    }
    return streams;
  }
}
