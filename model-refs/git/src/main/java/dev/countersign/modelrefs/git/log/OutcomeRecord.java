package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one run.
 *
 * @param runId the run's own id
 * @param artifact digest of the candidate; empty if the run brought none
 * @param dataset digest of the evaluation rows that judged it; empty if nothing was judged
 * @param at when it was decided
 * @param message one sentence for people
 */
public record OutcomeRecord(
    String runId,
    RunOutcome outcome,
    Optional<Digest> artifact,
    Optional<Digest> dataset,
    Instant at,
    String message) {
  /** Whether another record says the same of the same run, at whatever time. */
  boolean sameAs(OutcomeRecord other) {
    return runId.equals(other.runId)
        && outcome == other.outcome
        && artifact.equals(other.artifact)
        && dataset.equals(other.dataset);
  }
}
