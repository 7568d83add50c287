package dev.countersign.modelrefs.evaluation;

import dev.countersign.modelrefs.value.Digest;

/**
 * The rows that candidate and baseline were judged on.
 *
 * @param digest over the canonical sorted rows (key, occurrence, actual)
 * @param split how test rows were chosen, for example {@code row-hash}
 */
public record EvaluationDataset(String name, Digest digest, long rows, String split) {}
