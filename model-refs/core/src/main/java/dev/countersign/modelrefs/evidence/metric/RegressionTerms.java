package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.function.ToDoubleFunction;

/**
 * The terms of regression metrics: {@code rmse = sqrt(sum e² / W)}, {@code mae = sum |e| / W},
 * {@code r2 = 1 - sum e² / sum (y - mean y)²}, with {@code e} prediction minus actual, {@code y}
 * actual and {@code W} the sum of the weights. Actuals are taken relative to their mean over all
 * rows, so that the sum of squares does not cancel.
 */
final class RegressionTerms implements Terms {
  private static final int WEIGHT = 0;
  private static final int SQUARED = 1;
  private static final int ABSOLUTE = 2;
  private static final int ACTUAL = 3;
  private static final int ACTUAL_SQUARED = 4;

  /** Below this share of the sum of squares, the variance is rounding and nothing else. */
  private static final double NO_VARIANCE = 1e-12;

  private final Predictions predictions;
  private final Column predicted;
  private final double centre;

  RegressionTerms(Predictions predictions, Scores scores) {
    this.predictions = predictions;
    this.predicted = scores.columns().get(0);
    double sum = 0;
    for (int row = 0; row < predictions.rows(); row++) {
      sum += predictions.actual().at(row);
    }
    this.centre = sum / predictions.rows();
  }

  @Override
  public int size() {
    return 5;
  }

  @Override
  public void of(int row, Sink sink) {
    double weight = predictions.weight(row);
    double actual = predictions.actual().at(row);
    double error = predicted.at(row) - actual;
    double centred = actual - centre;
    sink.add(WEIGHT, weight);
    sink.add(SQUARED, weight * error * error);
    sink.add(ABSOLUTE, weight * Math.abs(error));
    sink.add(ACTUAL, weight * centred);
    sink.add(ACTUAL_SQUARED, weight * centred * centred);
  }

  @Override
  public ToDoubleFunction<double[]> formula(String metric) {
    return switch (metric) {
      case "rmse" -> sums -> Math.sqrt(Terms.ratio(sums[SQUARED], sums[WEIGHT]));
      case "mae" -> sums -> Terms.ratio(sums[ABSOLUTE], sums[WEIGHT]);
      case "r2" -> RegressionTerms::r2;
      default -> throw new IllegalArgumentException(metric + " is no regression metric");
    };
  }

  private static double r2(double[] sums) {
    double variation =
        sums[ACTUAL_SQUARED] - Terms.ratio(sums[ACTUAL] * sums[ACTUAL], sums[WEIGHT]);
    return variation > NO_VARIANCE * sums[ACTUAL_SQUARED]
        ? 1 - sums[SQUARED] / variation
        : Double.NaN;
  }
}
