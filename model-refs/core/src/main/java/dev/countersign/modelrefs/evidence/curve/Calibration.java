package dev.countersign.modelrefs.evidence.curve;

import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import dev.countersign.modelrefs.evidence.metric.ClassDecision;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.ArrayList;
import java.util.List;

/** How often something happens where a model gives it a probability. */
public final class Calibration {
  private Calibration() {}

  /**
   * One bin of equal width.
   *
   * @param predicted mean probability of its rows
   * @param observed share of rows in which it happened
   * @param weight of its rows, more than 0
   */
  public record Bin(double predicted, double observed, double weight) {}

  /** Of the positive class: the bins that have rows, by ascending probability. */
  public static List<Bin> of(BinaryScores scores, int bins) {
    Bins filled = new Bins(bins);
    for (int row = 0; row < scores.rows(); row++) {
      filled.add(scores.probability(row), scores.positive(row), scores.weight(row));
    }
    return filled.filled();
  }

  /**
   * Of the class that a multiclass classifier decides for, whichever it is: how often it is right
   * where it is so sure (confidence calibration; Guo et al., On Calibration of Modern Neural
   * Networks, 2017). The bins that have rows, by ascending probability.
   */
  public static List<Bin> ofDecisions(Predictions predictions, Scores scores, int bins) {
    Bins filled = new Bins(bins);
    for (int row = 0; row < predictions.rows(); row++) {
      int decided = ClassDecision.predicted(scores, row);
      filled.add(
          scores.columns().get(decided).at(row),
          decided == (int) predictions.actual().at(row),
          predictions.weight(row));
    }
    return filled.filled();
  }

  private static final class Bins {
    private final double[] predicted;
    private final double[] observed;
    private final double[] weight;

    Bins(int bins) {
      this.predicted = new double[bins];
      this.observed = new double[bins];
      this.weight = new double[bins];
    }

    void add(double probability, boolean happened, double rowWeight) {
      int bin = Math.min(weight.length - 1, (int) (probability * weight.length));
      predicted[bin] += rowWeight * probability;
      observed[bin] += happened ? rowWeight : 0;
      weight[bin] += rowWeight;
    }

    List<Bin> filled() {
      List<Bin> filled = new ArrayList<>();
      for (int bin = 0; bin < weight.length; bin++) {
        if (weight[bin] > 0) {
          filled.add(
              new Bin(predicted[bin] / weight[bin], observed[bin] / weight[bin], weight[bin]));
        }
      }
      return List.copyOf(filled);
    }
  }
}
