package dev.countersign.modelrefs.git.log;

/** How a deploy at a target ended. */
public enum DeploymentOutcome {
  /** The target serves the release. */
  DEPLOYED,
  /** The target served bytes that nobody deployed; the recorded release serves again. */
  PUT_BACK,
  /** Not deployed; what served before is untouched. */
  FAILED,
  /** The release was not healthy; what served before serves again. */
  ROLLED_BACK,
  /** Not deployed, because a newer one was. */
  SUPERSEDED,
  /** Not deployed, because it did not verify. */
  REFUSED;

  /** Whether the target served the release when it ended. */
  public boolean isSuccess() {
    return this == DEPLOYED || this == PUT_BACK;
  }
}
