package dev.countersign.bot.doctor;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a forge is examined for.
 *
 * @param branch the protected branch
 * @param config empty if there is none that could be read
 */
public record ForgeCase(Job job, String branch, Optional<BotConfig> config, Instant now) {
  private static final int ENOUGH = 5;

  /** Branches that the bot writes while it proposes; rules go by patterns, so a few show it. */
  List<String> botBranches() {
    List<String> branches = new ArrayList<>();
    config.stream()
        .flatMap(known -> known.lines().stream())
        .limit(ENOUGH)
        .map(ModelEnvironment::branch)
        .forEach(branches::add);
    branches.add(OutcomeLog.BRANCH);
    return branches;
  }

  /** What the forge has to be asked. */
  public ForgeQuestions questions() {
    List<String> branches = new ArrayList<>(botBranches());
    branches.add(0, branch);
    branches.add(DeploymentLog.BRANCH);
    List<String> people =
        config.stream()
            .flatMap(known -> known.models().stream())
            .flatMap(model -> model.environments().stream())
            .flatMap(environment -> environment.approvers().stream())
            .toList();
    return new ForgeQuestions(branches, people);
  }
}
