/**
 * Gates: what the evidence must show for a candidate to pass. Pure functions of a configuration and
 * an evaluation, whether computed a moment ago or read from a reference.
 *
 * <p>Invariant I14: NaN, a missing metric, a missing or incomparable baseline never passes a gate.
 * Every rule here answers "needs a person" unless it has the numbers to say passed or failed.
 */
package dev.countersign.modelrefs.evidence.gate;
