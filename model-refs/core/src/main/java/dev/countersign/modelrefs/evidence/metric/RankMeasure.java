package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.bootstrap.Measure;
import dev.countersign.modelrefs.evidence.bootstrap.Units;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.Arrays;
import java.util.List;

/** Rank metrics computed anew for every resample, in one sweep over rows sorted once. */
final class RankMeasure implements Measure {
  private final List<String> metrics;
  private final int[] unit;
  private final int[] block;
  private final double[] weight;

  /** Negative weights stand for negative rows, so that the sweep reads one array less. */
  RankMeasure(ScoreBlocks blocks, RowSet rows, Units units, List<String> metrics) {
    this.metrics = List.copyOf(metrics);
    int[] sorted = sorted(blocks, rows);
    this.unit = new int[sorted.length];
    this.block = new int[sorted.length];
    this.weight = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      int row = sorted[i];
      unit[i] = units.of(row);
      block[i] = blocks.of(row);
      double magnitude = blocks.scores().weight(row);
      weight[i] = blocks.scores().positive(row) ? magnitude : -magnitude;
    }
  }

  @Override
  public int size() {
    return metrics.size();
  }

  @Override
  public void at(int[] counts, double[] values) {
    RankSweep sweep = new RankSweep();
    int i = 0;
    while (i < block.length) {
      int current = block[i];
      double positive = 0;
      double negative = 0;
      for (; i < block.length && block[i] == current; i++) {
        double drawn = counts[unit[i]] * weight[i];
        positive += Math.max(drawn, 0);
        negative -= Math.min(drawn, 0);
      }
      sweep.block(positive, negative);
    }
    for (int metric = 0; metric < values.length; metric++) {
      values[metric] = sweep.value(metrics.get(metric));
    }
  }

  /** Rows from the highest score to the lowest; packed with their blocks, numbers sort fast. */
  private static int[] sorted(ScoreBlocks blocks, RowSet rows) {
    long[] packed = new long[rows.size()];
    Arrays.setAll(packed, i -> ((long) blocks.of(rows.at(i)) << Integer.SIZE) | rows.at(i));
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(block -> (int) block).toArray();
  }
}
