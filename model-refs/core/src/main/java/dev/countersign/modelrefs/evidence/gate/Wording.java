package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers and comparisons in the words of a gate's reason, the same in every locale. */
public final class Wording {
  private static final int INTEGERS_FROM = 1000;

  private Wording() {}

  /** A number with four significant digits; whole from 1000 on. */
  public static String number(double value) {
    return Math.abs(value) >= INTEGERS_FROM
        ? new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString()
        : rounded(value, 4);
  }

  /** A share in percent with three significant digits and without the sign: 0.0312 is 3.12. */
  public static String percent(double share) {
    return rounded(share * 100, 3);
  }

  /** A metric's name, value and unit. */
  static String metric(MetricValue metric) {
    String unit = metric.unit().isEmpty() ? "" : " " + metric.unit();
    return metric.name() + " " + number(metric.value()) + unit;
  }

  /** How the candidate differs: {@code lower than the baseline's by 58 % [55, 61] %}. */
  static String difference(MetricDelta delta, Interval interval) {
    int sign = delta.delta() < 0 ? -1 : 1;
    double base = Math.abs(delta.value());
    double low = Math.min(sign * interval.low(), sign * interval.high());
    double high = Math.max(sign * interval.low(), sign * interval.high());
    String word = sign < 0 ? "lower" : "higher";
    return base == 0
        ? "%s than the baseline's by %s [%s, %s]"
            .formatted(word, number(sign * delta.delta()), number(low), number(high))
        : "%s than the baseline's by %s %% [%s, %s] %%"
            .formatted(
                word,
                percent(sign * delta.delta() / base),
                percent(low / base),
                percent(high / base));
  }

  /** Which way is better: {@code lower} or {@code higher}. */
  static String better(Direction direction) {
    return direction == Direction.LOWER ? "lower" : "higher";
  }

  /** Which way is worse. */
  static String worse(Direction direction) {
    return direction == Direction.LOWER ? "higher" : "lower";
  }

  private static String rounded(double value, int digits) {
    BigDecimal decimal = new BigDecimal(value).round(new MathContext(digits));
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
