package dev.countersign.modelrefs.evidence.curve;

import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/** A regression's residuals, prediction minus actual; unweighted. Immutable. */
public final class Residuals {
  private final double[] ascending;

  private Residuals(double[] ascending) {
    this.ascending = ascending;
  }

  /** The residuals of a model. */
  public static Residuals of(Predictions predictions, Scores scores) {
    double[] residuals = new double[predictions.rows()];
    Arrays.setAll(residuals, row -> scores.columns().get(0).at(row) - predictions.actual().at(row));
    Arrays.parallelSort(residuals);
    return new Residuals(residuals);
  }

  /** The residual below which a share of the rows lies. */
  public double quantile(double share) {
    return Quantile.withDefaults().evaluate(ascending.length, i -> ascending[i], share);
  }

  /** The mean residual: above 0 the model predicts too high. */
  public double mean() {
    return Arrays.stream(ascending).average().orElse(Double.NaN);
  }
}
