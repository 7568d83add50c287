package dev.countersign.samples.diamonds.evaluation;

import dev.countersign.samples.diamonds.data.Diamond;
import java.util.List;

/** Measures of error over rows; never empty. */
final class Errors {
  private Errors() {}

  /** Root of the mean squared error in US dollars. */
  static double rmse(List<Diamond> rows, double[] predicted) {
    return Math.sqrt(squares(rows, predicted) / rows.size());
  }

  /** Share of the variance of the price that the predictions explain. */
  static double r2(List<Diamond> rows, double[] predicted) {
    double mean = rows.stream().mapToInt(Diamond::priceUsd).average().orElseThrow();
    double variance = rows.stream().mapToDouble(row -> square(row.priceUsd() - mean)).sum();
    return 1 - squares(rows, predicted) / variance;
  }

  private static double squares(List<Diamond> rows, double[] predicted) {
    double sum = 0;
    for (int i = 0; i < predicted.length; i++) {
      sum += square(predicted[i] - rows.get(i).priceUsd());
    }
    return sum;
  }

  private static double square(double value) {
    return value * value;
  }
}
