/**
 * What an evaluation found, as values: metrics with intervals, paired deltas against the baseline,
 * gates and the verdict. These are what a reference records and a review shows; how they are
 * computed is in {@code evidence}.
 */
package dev.countersign.modelrefs.evaluation;
