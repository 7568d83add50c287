package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Optional;

/**
 * One version in the history of a metric.
 *
 * @param name the version as shown, for example {@code 1.1.0}
 * @param dataset the rows it was judged on; the line breaks where they change
 */
public record HistoryPoint(String name, double value, Optional<Interval> interval, Digest dataset) {
  private static final String AGAIN = " again";

  /** A version that was judged before, on the rows of a later one. */
  static HistoryPoint again(String version, double value, Digest dataset) {
    return new HistoryPoint(version + AGAIN, value, Optional.empty(), dataset);
  }

  /**
   * What is live, on the candidate's rows, where these are others than the version before was
   * judged on: beside the old value alone, a better candidate could look worse.
   *
   * @param before the rows of the version before
   * @return empty if the rows are the same, or nothing comparable is live
   */
  public static Optional<HistoryPoint> liveAgain(
      Evaluation evaluation, String metric, Digest before) {
    Digest rows = evaluation.dataset().digest();
    return evaluation
        .baseline()
        .filter(baseline -> !rows.equals(before))
        .flatMap(
            baseline ->
                baseline.metrics().stream()
                    .filter(delta -> delta.slice().isEmpty() && delta.name().equals(metric))
                    .findFirst()
                    .map(delta -> again(baseline.version().toString(), delta.value(), rows)));
  }

  /** The newest of some points. */
  public static Optional<HistoryPoint> last(List<HistoryPoint> points) {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
  }

  /** Whether it shows a version, on whatever rows. */
  boolean isOf(String version) {
    return name.equals(version) || name.equals(version + AGAIN);
  }

  boolean isAgain() {
    return name.endsWith(AGAIN);
  }
}
