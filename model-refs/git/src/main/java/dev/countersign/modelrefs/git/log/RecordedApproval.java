package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;

/**
 * An approval that counted.
 *
 * @param simulated given by the demo in another identity's name
 * @param head the head it was given at
 */
public record RecordedApproval(String login, boolean simulated, CommitId head, Instant at) {}
