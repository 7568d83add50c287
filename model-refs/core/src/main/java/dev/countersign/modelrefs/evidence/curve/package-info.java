/**
 * What plots show, computed from the evidence: curves of classifiers, calibration, confusion, and
 * residuals of regressions. Pure functions with bounded results, so that a plot of a million rows
 * costs no more to draw than one of a thousand.
 */
package dev.countersign.modelrefs.evidence.curve;
