/**
 * Reads the evidence files of a run bundle: {@code predictions.csv[.gz]} and the training rows. The
 * only package that knows the CSV library.
 *
 * <p>Invariants: a file is data from outside and is read within limits; every problem is collected
 * with line and column, up to a bound; NaN, Infinity and decimal commas are refused by name; a row
 * that occurs twice is refused.
 */
package dev.countersign.modelrefs.evidence.csv;
