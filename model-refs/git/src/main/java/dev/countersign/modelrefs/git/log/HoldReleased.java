package dev.countersign.modelrefs.git.log;

import java.time.Instant;

/**
 * Somebody ended the hold of a line.
 *
 * @param by their login
 */
public record HoldReleased(String by, String reason, Instant at) implements DeploymentRecord {}
