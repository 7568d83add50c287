/**
 * Evidence, not claims: from predictions to an evaluation with metrics, intervals, paired
 * differences, slices, gates and a verdict. Pure functions; reading files is in {@code
 * evidence.csv}.
 *
 * <p>Invariants: the same predictions, configuration and seed give the same evaluation to the last
 * bit; nothing a run claims about a metric that can be computed is used, only checked; what cannot
 * be computed is marked as declared; a baseline that cannot be compared says why.
 */
package dev.countersign.modelrefs.evidence;
