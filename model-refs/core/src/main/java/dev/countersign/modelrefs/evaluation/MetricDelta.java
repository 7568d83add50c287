package dev.countersign.modelrefs.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric of the baseline on the same rows, and the paired difference candidate minus baseline.
 *
 * @param slice empty for all rows
 * @param value the baseline's value
 * @param delta candidate minus baseline, in the metric's unit; negative is better where lower is
 *     better
 * @param deltaInterval paired bootstrap interval of the delta; empty for slices too small
 * @param adjustedP Holm-adjusted one-sided p-value that the slice is worse beyond the gate's
 *     margin; empty for all rows
 */
public record MetricDelta(
    String name,
    Optional<SliceName> slice,
    double value,
    double delta,
    Optional<Interval> deltaInterval,
    OptionalDouble adjustedP) {}
