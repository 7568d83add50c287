package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;

/**
 * An approver started the log of a line anew after it was lost: what was deployed before is no
 * longer known.
 *
 * @param by their login
 * @param tip the protected branch's tip they vouched for
 * @param sequence the sequence of the reference there
 */
public record LogRebuilt(String by, String reason, CommitId tip, long sequence, Instant at)
    implements DeploymentRecord {}
