package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.function.ToDoubleFunction;

/**
 * Rank metrics of many rows, to first order: each row's influence on the metric, so that a
 * resample's value is the metric plus the sum of the drawn influences. Both metrics are ratios that
 * do not change when all weights grow alike, so influences sum to zero over the rows themselves.
 *
 * <p>For the area under the ROC curve the influences are DeLong's placement values (DeLong et al.,
 * 1988) less the area. For average precision, with blocks {@code b} of equal score in descending
 * order, {@code p_b} the positives in a block, {@code T_b} and {@code N_b} positives and all rows
 * up to it and {@code P} all positives, {@code AP = sum p_b T_b / N_b / P}, and the influence of a
 * row in block {@code k} is its derivative: {@code sum_{b >= k} p_b ([positive] / N_b - T_b / N_b²)
 * / P}, plus {@code (T_k / N_k - AP) / P} if the row is positive.
 */
final class RankInfluence implements Terms {
  private static final int AREA = 0;
  private static final int PRECISION = 1;

  private final ScoreBlocks blocks;
  private final double[] positive;
  private final double[] negative;
  private final double[] positivesTo;
  private final double[] allTo;
  private final double[] gain;
  private final double[] loss;
  private final double area;
  private final double precision;

  private RankInfluence(ScoreBlocks blocks, RowSet rows) {
    this.blocks = blocks;
    int count = blocks.count();
    positive = new double[count];
    negative = new double[count];
    positivesTo = new double[count];
    allTo = new double[count];
    gain = new double[count + 1];
    loss = new double[count + 1];
    weigh(rows);
    RankSweep sweep = new RankSweep();
    for (int block = 0; block < count; block++) {
      sweep.block(positive[block], negative[block]);
    }
    area = sweep.value("auc");
    precision = sweep.value("average_precision");
    accumulate();
  }

  static RankInfluence of(ScoreBlocks blocks, RowSet rows) {
    return new RankInfluence(blocks, rows);
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public void of(int row, Sink sink) {
    int block = blocks.of(row);
    double weight = blocks.scores().weight(row);
    boolean isPositive = blocks.scores().positive(row);
    sink.add(AREA, weight * (isPositive ? areaOfPositive(block) : areaOfNegative(block)));
    sink.add(PRECISION, weight * precisionOf(block, isPositive));
  }

  @Override
  public ToDoubleFunction<double[]> formula(String metric) {
    return switch (metric) {
      case "auc" -> sums -> area + sums[AREA];
      case "average_precision" -> sums -> precision + sums[PRECISION];
      default -> throw new IllegalArgumentException(metric + " is no rank metric");
    };
  }

  private double positives() {
    return positivesTo[positivesTo.length - 1];
  }

  private double negatives() {
    return allTo[allTo.length - 1] - positives();
  }

  private double areaOfPositive(int block) {
    double negativesTo = allTo[block] - positivesTo[block];
    double below = negatives() - negativesTo + negative[block] / 2;
    return (below / negatives() - area) / positives();
  }

  private double areaOfNegative(int block) {
    double above = positivesTo[block] - positive[block] / 2;
    return (above / positives() - area) / negatives();
  }

  private double precisionOf(int block, boolean isPositive) {
    double own = isPositive ? positivesTo[block] / allTo[block] - precision + gain[block] : 0;
    return (own - loss[block]) / positives();
  }

  private void weigh(RowSet rows) {
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.at(i);
      double[] side = blocks.scores().positive(row) ? positive : negative;
      side[blocks.of(row)] += blocks.scores().weight(row);
    }
  }

  private void accumulate() {
    double positives = 0;
    double all = 0;
    for (int block = 0; block < positive.length; block++) {
      positives += positive[block];
      all += positive[block] + negative[block];
      positivesTo[block] = positives;
      allTo[block] = all;
    }
    for (int block = positive.length - 1; block >= 0; block--) {
      double share = positive[block] > 0 ? positive[block] / allTo[block] : 0;
      gain[block] = gain[block + 1] + share;
      loss[block] = loss[block + 1] + (share > 0 ? share * positivesTo[block] / allTo[block] : 0);
    }
  }
}
