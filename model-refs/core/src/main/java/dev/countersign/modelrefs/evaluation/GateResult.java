package dev.countersign.modelrefs.evaluation;

import java.util.OptionalDouble;

/**
 * How one gate of the configuration ended on this evaluation.
 *
 * @param id the gate's id in the configuration
 * @param metric the metric it looks at
 * @param margin the relative margin of comparison gates; the bound of {@code atLeast} and {@code
 *     atMost}
 * @param reason one sentence with the numbers that decided, for people
 */
public record GateResult(
    String id,
    GateKind kind,
    String metric,
    OptionalDouble margin,
    GateOutcome outcome,
    String reason) {}
