package dev.countersign.modelrefs.evidence.bootstrap;

/**
 * How intervals are computed.
 *
 * @param resamples at least this many; more where the family of slices needs a finer p-value
 * @param confidence of intervals, for example 0.95; a slice is shown worse at one minus this level
 * @param exactRows up to this many rows are drawn one by one, above it in groups
 * @param groups number of groups above that
 * @param minimumRows slices with fewer rows get no interval and are not judged, where no gate says
 *     otherwise
 */
public record BootstrapSettings(
    int resamples, long seed, double confidence, int exactRows, int groups, int minimumRows) {
  /** What Countersign uses unless told otherwise. */
  public static final BootstrapSettings DEFAULT =
      new BootstrapSettings(2000, 1, 0.95, 20_000, 2048, 30);

  public BootstrapSettings {
    if (resamples < 100 || groups < 100 || !(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least 100 resamples and groups, and a confidence from 0.5 to 1");
    }
  }

  /** The probability with which a family of slices may be called worse by chance. */
  public double alpha() {
    return 1 - confidence;
  }

  /**
   * Enough resamples that even the smallest possible p-value, corrected for a family of the given
   * size, lies well under the level: otherwise no slice of a large family could ever be shown
   * worse.
   */
  public int resamplesFor(int family) {
    return Math.max(resamples, (int) Math.ceil(2 * family / alpha()));
  }
}
