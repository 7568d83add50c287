package dev.countersign.modelrefs.git.log;

import java.time.Instant;

/**
 * Somebody froze a line.
 *
 * @param sequence the first sequence that it stops
 * @param by their login
 */
public record HoldSet(long sequence, String by, String reason, Instant at)
    implements DeploymentRecord {}
