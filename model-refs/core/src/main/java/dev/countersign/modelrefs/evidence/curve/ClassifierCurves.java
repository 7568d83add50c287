package dev.countersign.modelrefs.evidence.curve;

import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import dev.countersign.modelrefs.evidence.metric.ScoreBlocks;
import java.util.ArrayList;
import java.util.List;

/**
 * ROC and precision-recall curves of a binary classifier, weighted, one point per different score
 * and thinned to what a plot can show. Empty if one class is missing.
 */
public final class ClassifierCurves {
  private final double[] positives;
  private final double[] negatives;

  private ClassifierCurves(double[] positives, double[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /** The curves of a model's scores. */
  public static ClassifierCurves of(BinaryScores scores) {
    ScoreBlocks blocks = ScoreBlocks.of(scores);
    double[] positives = new double[blocks.count() + 1];
    double[] negatives = new double[blocks.count() + 1];
    for (int row = 0; row < scores.rows(); row++) {
      double[] side = scores.positive(row) ? positives : negatives;
      side[blocks.of(row) + 1] += scores.weight(row);
    }
    for (int block = 1; block < positives.length; block++) {
      positives[block] += positives[block - 1];
      negatives[block] += negatives[block - 1];
    }
    return new ClassifierCurves(positives, negatives);
  }

  /** False-positive rate (x) and true-positive rate (y), from (0, 0) to (1, 1). */
  public List<Point> roc(int mostPoints) {
    List<Point> curve = new ArrayList<>();
    for (int block = 0; defined() && block < positives.length; block++) {
      curve.add(new Point(negatives[block] / last(negatives), positives[block] / last(positives)));
    }
    return thinned(curve, mostPoints);
  }

  /** Recall (x) and precision (y), from the highest score to the lowest. */
  public List<Point> precisionRecall(int mostPoints) {
    List<Point> curve = new ArrayList<>();
    for (int block = 1; defined() && block < positives.length; block++) {
      double called = positives[block] + negatives[block];
      curve.add(new Point(positives[block] / last(positives), positives[block] / called));
    }
    return thinned(curve, mostPoints);
  }

  private boolean defined() {
    return last(positives) > 0 && last(negatives) > 0;
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  private static List<Point> thinned(List<Point> curve, int mostPoints) {
    if (curve.size() <= mostPoints) {
      return List.copyOf(curve);
    }
    List<Point> thin = new ArrayList<>(mostPoints);
    for (int i = 0; i < mostPoints; i++) {
      thin.add(curve.get((int) ((long) i * (curve.size() - 1) / (mostPoints - 1))));
    }
    return List.copyOf(thin);
  }
}
