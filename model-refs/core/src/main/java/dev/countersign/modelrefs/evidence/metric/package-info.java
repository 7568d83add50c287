/**
 * Metrics as formulas over sums of per-row terms, or over ranks, so that a resample is weighed
 * without touching rows again.
 *
 * <p>A metric that is undefined on the rows at hand (no positive row, no variance) is NaN inside
 * these packages and absent outside them; it never becomes a number.
 */
package dev.countersign.modelrefs.evidence.metric;
