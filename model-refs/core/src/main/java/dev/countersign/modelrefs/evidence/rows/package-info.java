/**
 * The evaluation rows of a run as columns in memory: who they are (row key and occurrence), what
 * happened (actual), what the candidate and the baselines said, and the slices they belong to.
 *
 * <p>Rows are always in canonical order, by row key and then occurrence, whatever the order of the
 * file they came from; so every figure computed from them is the same to the last bit. No value is
 * NaN or infinite.
 */
package dev.countersign.modelrefs.evidence.rows;
