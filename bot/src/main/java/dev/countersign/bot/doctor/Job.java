package dev.countersign.bot.doctor;

import dev.countersign.bot.forge.inspection.ForgeRight;
import java.util.List;

/** Which job's login is examined; each has rights that the other must not have. */
public enum Job {
  /** Writes candidates and opens merge requests. */
  PROPOSE,
  /** Verifies what is merged, switches targets and writes the deployment log. */
  DEPLOY;

  /** Without these it fails. */
  public List<ForgeRight> required() {
    return switch (this) {
      case PROPOSE -> List.of(ForgeRight.PUSH, ForgeRight.MERGE_REQUESTS);
      case DEPLOY -> List.of(ForgeRight.PUSH);
    };
  }

  /** Without these it works, but people see less on the forge. */
  public List<ForgeRight> shown() {
    return switch (this) {
      case PROPOSE -> List.of(ForgeRight.STATUSES);
      case DEPLOY -> List.of(ForgeRight.STATUSES, ForgeRight.DEPLOYMENTS);
    };
  }
}
