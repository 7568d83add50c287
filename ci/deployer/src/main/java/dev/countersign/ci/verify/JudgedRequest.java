package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.approval.ApprovalFacts;
import dev.countersign.ci.approval.ApprovalRules;
import dev.countersign.ci.approval.NotCounted;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.run.Launcher;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say about a merge request as it was when it was read; see {@link RequestJudge}.
 */
public final class JudgedRequest {
  private final ModelReference reference;
  private final LineSettings settings;
  private final BroughtContent content;
  private final ApprovalFacts facts;
  private final List<Waiver> given;

  JudgedRequest(
      ModelReference reference,
      LineSettings settings,
      BroughtContent content,
      ApprovalFacts facts,
      List<Waiver> given) {
    this.reference = reference;
    this.settings = settings;
    this.content = content;
    this.facts = facts;
    this.given = given;
  }

  /** What it proposes. */
  public ModelReference reference() {
    return reference;
  }

  /** Whether enough people approved. */
  public ApprovalDecision approval() {
    return ApprovalRules.decide(facts);
  }

  /** Whether enough people approved, without the reasons. */
  public boolean isApproved() {
    return approval() instanceof ApprovalDecision.Approved;
  }

  /** Whether a gate failed that nobody who counts has waived; a rollback has none. */
  public boolean hasFailedGate() {
    return !isRollback() && GateChecks.anyFailed(gates(), waivers());
  }

  /** The approvers whose approval of it would count. */
  public List<String> eligible() {
    return settings.approvals().required().logins().stream()
        .filter(login -> objection(new Identity(login, Optional.empty()), true).isEmpty())
        .toList();
  }

  /** The waivers that count: for this artifact, by people whose approval would count. */
  public List<Waiver> waivers() {
    return ApprovalRules.countingWaivers(facts, given, reference.artifact().digest());
  }

  /** The gates of the protected branch's configuration, applied to what the reference records. */
  public List<GateResult> gates() {
    return GateChecks.recompute(settings.gates(), reference.evaluation());
  }

  /** Why nothing that a person says about it would count; empty if it would. */
  public Optional<NotCounted> objection(Identity who, boolean mayWrite) {
    return ApprovalRules.objection(facts, who, mayWrite);
  }

  /** Whether only the bot wrote its content. */
  public Check signed() {
    return MergeChecks.signed(content.commits(), settings.approvals());
  }

  /** Whether it changes the line's reference and nothing else. */
  public Check paths() {
    return MergeChecks.paths(reference.line(), content.blobs().keySet(), List.of());
  }

  /** Whether enough people approved, as a check. */
  public Check approved() {
    ApprovalDecision decision = approval();
    return decision instanceof ApprovalDecision.Approved
        ? new Check.Passed(CheckName.APPROVED, decision.explanation())
        : new Check.Failed(CheckName.APPROVED, ErrorCode.NOT_APPROVED, decision.explanation());
  }

  /** Whether the gates let it pass; a rollback's are shown, not judged again. */
  public Optional<Check> gatesHold() {
    return isRollback()
        ? Optional.empty()
        : Optional.of(GateChecks.judge(gates(), waivers(), approval()));
  }

  /**
   * Whether it is as well attested as the environment demands who launched the training; a rollback
   * was let in before.
   */
  public Optional<Check> launcherAttested() {
    return isRollback()
        ? Optional.empty()
        : Optional.of(
            launcher(settings.approvals().launcher(), reference.provenance().run().launchedBy()));
  }

  BroughtContent content() {
    return content;
  }

  private boolean isRollback() {
    return reference.origin() == Origin.ROLLBACK;
  }

  private static Check launcher(LauncherRule rule, Optional<Launcher> launcher) {
    String who =
        launcher
            .map(by -> "launched by \"" + by.login() + "\"" + (by.attested() ? ", attested" : ""))
            .orElse("nobody knows who launched the training");
    boolean enough = rule == LauncherRule.ANY || launcher.filter(Launcher::attested).isPresent();
    return enough
        ? new Check.Passed(CheckName.LAUNCHER, who)
        : new Check.Failed(
            CheckName.LAUNCHER,
            ErrorCode.LAUNCHER_NOT_ATTESTED,
            who + ", which is not attested, and the environment says launcher: attested");
  }
}
