package dev.countersign.bot.config;

import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
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
 * @param approvals whose approval is asked for, and how many
 * @param notifications who is told of what
 */
public record EnvironmentConfig(
    EnvironmentName name,
    Optional<EnvironmentName> promotesFrom,
    RequiredApprovals approvals,
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

  /** Whose approval counts, as the configuration names them: logins, and groups of the forge. */
  public List<String> approvers() {
    return approvals.members();
  }
}
