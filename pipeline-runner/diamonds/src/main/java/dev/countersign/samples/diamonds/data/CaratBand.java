package dev.countersign.samples.diamonds.data;

/** Bands of weight for slices; the upper bound belongs to the band. */
public final class CaratBand {
  private CaratBand() {}

  /** {@code 0.0-0.5}, {@code 0.5-1.0}, {@code 1.0-1.5}, {@code 1.5-2.0} or {@code 2.0+}. */
  public static String of(double carat) {
    if (carat <= 0.5) {
      return "0.0-0.5";
    }
    if (carat <= 1) {
      return "0.5-1.0";
    }
    if (carat <= 1.5) {
      return "1.0-1.5";
    }
    return carat <= 2 ? "1.5-2.0" : "2.0+";
  }
}
