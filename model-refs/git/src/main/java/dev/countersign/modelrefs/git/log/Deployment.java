package dev.countersign.modelrefs.git.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What a deploy did at one target.
 *
 * @param target its name
 * @param release what was to be served
 * @param observed what the target said it serves afterwards; empty if it did not say
 * @param request the merge request that brought it; empty if none is known
 * @param message one sentence for people, in particular why it did not work
 */
public record Deployment(
    String target,
    DeploymentOutcome outcome,
    DeployedRelease release,
    Optional<ObservedDigest> observed,
    Optional<ApprovedRequest> request,
    Instant startedAt,
    Instant finishedAt,
    String message)
    implements DeploymentRecord {
  /**
   * @throws IllegalArgumentException if it ends before it starts
   */
  public Deployment {
    if (finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "a deployment started at " + startedAt + " cannot have finished at " + finishedAt);
    }
  }

  @Override
  public Instant at() {
    return finishedAt;
  }
}
