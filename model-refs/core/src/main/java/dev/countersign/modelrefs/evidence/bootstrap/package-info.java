/**
 * The paired bootstrap: which units are drawn, how statistics follow from the draws, intervals and
 * the correction for looking at many slices.
 *
 * <p>Everything is a function of the data and the seed: every resample has a random stream of its
 * own, so neither the number of processors nor the order of threads changes a digit. Candidate and
 * baseline always see the same draws; that is what pairs them.
 */
package dev.countersign.modelrefs.evidence.bootstrap;
