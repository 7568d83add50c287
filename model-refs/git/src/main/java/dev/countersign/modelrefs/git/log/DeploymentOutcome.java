package dev.countersign.modelrefs.git.log;

/** How a deploy at a target ended. */
public enum DeploymentOutcome {
  /** The target serves the release. */
  DEPLOYED,
  /** The target served bytes that nobody deployed; the recorded release serves again. */
  PUT_BACK,
  /** The target was not reached, or the release was not healthy; what served before serves. */
  FAILED,
  /** Reserved: the release served, turned out unhealthy, and the one before serves again. */
  ROLLED_BACK,
  /** Reserved: not deployed, because a newer one was. */
  SUPERSEDED,
  /** Not deployed, because it did not verify. */
  REFUSED;

  /** Whether the target served the release when it ended. */
  public boolean isSuccess() {
    return this == DEPLOYED || this == PUT_BACK;
  }
}
