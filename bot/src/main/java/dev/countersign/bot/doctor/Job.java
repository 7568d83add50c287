package dev.countersign.bot.doctor;

import dev.countersign.bot.forge.inspection.ForgeRight;
import java.util.List;

/** Which job's login is examined; each has rights that the other must not have. */
public enum Job {
  /** Writes candidates and opens merge requests. */
  PROPOSE(List.of(ForgeRight.PUSH, ForgeRight.MERGE_REQUESTS), List.of(ForgeRight.STATUSES)),
  /** Verifies what is merged, switches targets and writes the deployment log. */
  DEPLOY(List.of(ForgeRight.PUSH), List.of(ForgeRight.STATUSES, ForgeRight.DEPLOYMENTS));

  private final List<ForgeRight> required;
  private final List<ForgeRight> shown;

  Job(List<ForgeRight> required, List<ForgeRight> shown) {
    this.required = required;
    this.shown = shown;
  }

  /** Without these it fails. */
  public List<ForgeRight> required() {
    return required;
  }

  /** Without these it works, but people see less on the forge. */
  public List<ForgeRight> shown() {
    return shown;
  }
}
