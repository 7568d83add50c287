package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.evaluation.Direction;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a metric is meant. Two values are comparable only if name, averaging, threshold and positive
 * class agree.
 *
 * @param averaging {@code macro}, {@code micro} or {@code weighted}; multiclass only
 * @param threshold decision threshold of binary metrics
 * @param positiveClass the class that counts as positive; binary only
 * @param unit as shown to people; may be empty
 */
public record MetricDefinition(
    String name,
    Direction direction,
    String unit,
    Optional<String> averaging,
    OptionalDouble threshold,
    Optional<String> positiveClass) {}
