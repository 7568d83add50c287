package dev.countersign.modelrefs.evidence.curve;

import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import java.util.ArrayList;
import java.util.List;

/** How often the positive class happens where a model gives it a probability. */
public final class Calibration {
  private Calibration() {}

  /**
   * One bin of equal width.
   *
   * @param predicted mean probability of its rows
   * @param observed share of positive rows
   * @param weight of its rows, more than 0
   */
  public record Bin(double predicted, double observed, double weight) {}

  /** The bins that have rows, by ascending probability. */
  public static List<Bin> of(BinaryScores scores, int bins) {
    double[] predicted = new double[bins];
    double[] observed = new double[bins];
    double[] weight = new double[bins];
    for (int row = 0; row < scores.rows(); row++) {
      double probability = scores.probability(row);
      int bin = Math.min(bins - 1, (int) (probability * bins));
      predicted[bin] += scores.weight(row) * probability;
      observed[bin] += scores.positive(row) ? scores.weight(row) : 0;
      weight[bin] += scores.weight(row);
    }
    List<Bin> filled = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (weight[bin] > 0) {
        filled.add(new Bin(predicted[bin] / weight[bin], observed[bin] / weight[bin], weight[bin]));
      }
    }
    return List.copyOf(filled);
  }
}
