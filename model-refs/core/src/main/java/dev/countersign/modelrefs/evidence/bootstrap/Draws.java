package dev.countersign.modelrefs.evidence.bootstrap;

import dev.countersign.modelrefs.evaluation.Interval;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * One statistic in every resample, in the order of the resamples; NaN where it is undefined.
 * Immutable.
 */
public final class Draws {
  /** With fewer defined resamples than this share there is no interval. */
  private static final double DEFINED = 0.95;

  /** Hyndman and Fan's type 7, linear between order statistics: what NumPy and R do unasked. */
  private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);

  private final double[] values;

  private Draws(double[] values) {
    this.values = values;
  }

  /** A statistic's values. */
  static Draws of(double[] values) {
    return new Draws(values.clone());
  }

  /** Candidate minus baseline, resample by resample. */
  public Draws minus(Draws baseline) {
    double[] differences = new double[values.length];
    Arrays.setAll(differences, r -> values[r] - baseline.values[r]);
    return new Draws(differences);
  }

  /**
   * The percentile interval (Efron and Tibshirani, 1993, section 13.3); empty if the statistic is
   * undefined in more than 5 % of the resamples.
   */
  public Optional<Interval> interval(double confidence) {
    double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (defined.length == 0 || defined.length < DEFINED * values.length) {
      return Optional.empty();
    }
    double tail = (1 - confidence) / 2;
    double[] ends = QUANTILE.evaluate(defined, tail, 1 - tail);
    return Optional.of(new Interval(ends[0], ends[1]));
  }

  /**
   * The one-sided bootstrap p-value of the hypothesis that a loss is at most {@code (1 + margin)}
   * times the baseline's, with this as the loss: {@code (1 + k) / (1 + resamples)}, where {@code k}
   * resamples do not show it worse (Davison and Hinkley, 1997, equation 4.11). Undefined resamples
   * count as not worse.
   *
   * @param baseline the baseline's values in the same resamples
   * @param sign 1 where a lower value is better, -1 where a higher one is
   */
  public double worseBeyond(double margin, Draws baseline, int sign) {
    int notWorse = 0;
    for (int r = 0; r < values.length; r++) {
      double excess =
          sign * (values[r] - baseline.values[r]) - margin * Math.abs(baseline.values[r]);
      notWorse += excess > 0 ? 0 : 1;
    }
    return (1.0 + notWorse) / (1.0 + values.length);
  }
}
