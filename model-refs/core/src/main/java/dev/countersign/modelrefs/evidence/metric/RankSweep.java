package dev.countersign.modelrefs.evidence.metric;

/**
 * Area under the ROC curve and average precision from the weights of positives and negatives in
 * each block of equal score, from the highest score down. Ties count half in the area (the
 * Mann-Whitney statistic); average precision is {@code sum (R_n - R_{n-1}) P_n} over blocks,
 * without interpolation.
 */
final class RankSweep {
  private double positives;
  private double negatives;
  private double concordant;
  private double precisionSum;

  /** Adds the next block. */
  void block(double positive, double negative) {
    concordant += negative * (positives + positive / 2);
    positives += positive;
    negatives += negative;
    if (positive > 0) {
      precisionSum += positive * positives / (positives + negatives);
    }
  }

  /** A metric over all blocks added; NaN if one class is missing. */
  double value(String metric) {
    return switch (metric) {
      case "auc" -> Terms.ratio(concordant, positives * negatives);
      case "average_precision" -> Terms.ratio(precisionSum, positives);
      default -> throw new IllegalArgumentException(metric + " is no rank metric");
    };
  }
}
