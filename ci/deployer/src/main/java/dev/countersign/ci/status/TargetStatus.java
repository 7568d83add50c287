package dev.countersign.ci.status;

import dev.countersign.ci.target.Observation;
import dev.countersign.modelrefs.git.log.Deployment;
import java.util.Optional;

/**
 * One target of a line.
 *
 * @param last the last successful deployment there that Git confirms
 * @param observed what it says it serves now
 */
public record TargetStatus(
    String target, Optional<Deployment> last, Observation observed, TargetState state) {}
