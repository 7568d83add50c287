package dev.countersign.modelrefs.evaluation;

/**
 * How intervals were computed, so that anyone can compute them again.
 *
 * @param method for example {@code paired-bootstrap-percentile}
 * @param confidence for example 0.95
 */
public record Statistics(String method, int resamples, long seed, double confidence) {}
