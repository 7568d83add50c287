package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.value.ModelVersion;

/**
 * What numbers a reference in its line; provisional until the merge.
 *
 * @param highestVersion at least the version
 * @param sequence the base's plus one
 */
public record ReferenceNumbers(ModelVersion version, ModelVersion highestVersion, long sequence) {}
