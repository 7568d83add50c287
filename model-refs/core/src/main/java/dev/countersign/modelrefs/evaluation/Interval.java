package dev.countersign.modelrefs.evaluation;

/** A confidence interval; both ends are finite and {@code low <= high}. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("[" + low + ", " + high + "] is not an interval");
    }
  }

  /** Whether a value lies inside, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
