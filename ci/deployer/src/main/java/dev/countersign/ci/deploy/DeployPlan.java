package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/**
 * What a deploy would do (I12): made by reading only, to be printed or to be executed.
 *
 * @param commit what is to be deployed
 * @param tip of the protected branch, whose configuration decided
 * @param steps by line, then target
 */
public record DeployPlan(CommitId commit, CommitId tip, List<PlannedStep> steps) {
  public DeployPlan {
    steps = List.copyOf(steps);
  }
}
