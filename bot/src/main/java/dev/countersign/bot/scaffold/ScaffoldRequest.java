package dev.countersign.bot.scaffold;

import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelName;
import java.util.List;
import java.util.Optional;

/**
 * What a repository is set up for.
 *
 * @param promotion what the configuration says; there exactly if the CI deploys, because both
 *     belong where the references are
 * @param branch the protected branch
 */
public record ScaffoldRequest(
    ModelName model, Task task, Optional<Promotion> promotion, String branch, CiRequest ci) {
  public ScaffoldRequest {
    if (promotion.isPresent() != ci.deploys()) {
      throw new IllegalArgumentException("the configuration lies where the CI deploys");
    }
  }

  /**
   * How the model goes where.
   *
   * @param approvers logins; at least one
   */
  public record Promotion(EnvironmentName environment, List<String> approvers, ArtifactUri store) {
    public Promotion {
      approvers = List.copyOf(approvers);
      if (approvers.isEmpty()) {
        throw new IllegalArgumentException("at least one approver is needed");
      }
    }
  }
}
