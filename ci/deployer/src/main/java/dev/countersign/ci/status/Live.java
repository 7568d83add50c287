package dev.countersign.ci.status;

import dev.countersign.modelrefs.git.log.Deployment;

/**
 * What a target served at a point in time.
 *
 * @param deployment that made it live; it names version, digest and approvals
 * @param now whether the same release is still the last one deployed there
 */
public record Live(Deployment deployment, boolean now) {}
