package dev.countersign.modelrefs.evaluation;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A metric of the candidate over all evaluation rows or over one slice.
 *
 * @param name the metric's name, for example {@code rmse}
 * @param evidence computed here, or declared by the run
 * @param slice empty for all rows
 * @param rows number of rows of the slice; empty for all rows and for declared metrics
 * @param value finite
 * @param interval the confidence interval; empty for declared metrics and for slices too small
 * @param unit as shown to people, for example {@code USD}; may be empty
 */
public record MetricValue(
    String name,
    Evidence evidence,
    Optional<SliceName> slice,
    OptionalLong rows,
    double value,
    Optional<Interval> interval,
    Direction direction,
    String unit) {
  public MetricValue {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("metric \"" + name + "\" is not a finite number");
    }
  }
}
