package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;

/**
 * Somebody ended the hold of a line.
 *
 * @param by their login
 * @param tip the protected branch's tip, whose configuration says whether they might
 */
public record HoldReleased(String by, String reason, CommitId tip, Instant at)
    implements DeploymentRecord {}
