package dev.countersign.bot.config;

import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.value.EnvironmentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One environment of a model.
 *
 * @param promotesFrom the environment whose references are advanced to this one; empty: runs are
 *     proposed to it directly
 * @param approvers logins whose approval counts
 * @param approvals how many of them have to approve
 * @param notifications who is told of what
 */
public record EnvironmentConfig(
    EnvironmentName name,
    Optional<EnvironmentName> promotesFrom,
    List<String> approvers,
    int approvals,
    List<GateSpec> gates,
    List<TargetSpec> targets,
    List<NotifyRule> notifications,
    Rules rules) {
  /**
   * How candidates are let in.
   *
   * @param launcher what is asked of the one who launched the training
   * @param staleAfter how long a candidate may wait for a decision before people are reminded
   */
  public record Rules(
      Supersede supersede,
      ProposeRule propose,
      ChangeRequestRule changeRequest,
      LauncherRule launcher,
      Duration staleAfter) {
    /** How long a candidate may wait unless the configuration says otherwise. */
    public static final Duration PATIENCE = Duration.ofDays(7);
  }

  public EnvironmentConfig {
    approvers = List.copyOf(approvers);
    gates = List.copyOf(gates);
    targets = List.copyOf(targets);
    notifications = List.copyOf(notifications);
  }

  /**
   * Refuses what comes without a change request where the environment asks for one.
   *
   * @throws CountersignException {@code USAGE}
   */
  public void requireChangeRequest(Optional<String> given) {
    if (rules.changeRequest() == ChangeRequestRule.REQUIRED && given.isEmpty()) {
      throw new CountersignException(
          ErrorCode.USAGE,
          "environment \"%s\" requires a change request; give --change-request ID".formatted(name));
    }
  }
}
