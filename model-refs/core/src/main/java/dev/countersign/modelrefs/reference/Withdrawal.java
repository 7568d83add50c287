package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;

/** What a rollback withdraws ({@code rollbackOf}), and why. */
public record Withdrawal(
    long sequence, ModelVersion version, Digest artifactDigest, String reason) {}
