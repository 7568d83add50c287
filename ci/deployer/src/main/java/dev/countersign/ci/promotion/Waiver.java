package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;

/**
 * A failed gate let pass by a person; bound to the digest.
 *
 * @param artifactDigest of the candidate it was given for
 * @param mayWrite whether the forge lets this person write to the repository
 */
public record Waiver(
    String gateId,
    Identity by,
    Digest artifactDigest,
    String reason,
    Instant at,
    boolean mayWrite) {}
