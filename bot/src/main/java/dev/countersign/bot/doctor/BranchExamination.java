package dev.countersign.bot.doctor;

import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.BranchFacts.Protection;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.Permission;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges who may push where: nobody past a merge request, only the deploying login to the log, the
 * proposing one to the bot's branches.
 */
final class BranchExamination {
  private final ForgeFacts facts;
  private final ForgeCase examined;
  private final String settings;

  BranchExamination(ForgeFacts facts, ForgeCase examined) {
    this.facts = facts;
    this.examined = examined;
    this.settings = facts.server().branchRules();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    branch(examined.branch()).map(this::protectedBranch).ifPresent(findings::add);
    if (!facts.right(ForgeRight.PUSH).isDenied()) {
      branch(DeploymentLog.BRANCH).map(this::log).ifPresent(findings::add);
      if (examined.job() == Job.PROPOSE && !facts.branches().isEmpty()) {
        findings.add(botBranches());
      }
    }
    return findings;
  }

  private Optional<BranchFacts> branch(String name) {
    return Optional.ofNullable(facts.branches().get(name));
  }

  private Finding protectedBranch(BranchFacts branch) {
    String name = examined.branch();
    String subject = "branch " + name;
    String protect = "under %s let \"%s\" change by merge requests only".formatted(settings, name);
    return switch (branch.protection()) {
      case UNPROTECTED ->
          denied(subject, "is not protected: whoever may push can change what deploys", protect);
      case NOT_OFFERED ->
          Finding.warn(
              subject,
              "the forge's plan has no branch rules for this project, so whoever may push can"
                  + " change "
                  + "countersign.yaml; what nobody approved is refused at the deploy all the same",
              "move to a plan with branch rules, or make the repository public");
      case UNTOLD -> untold(subject, branch.push());
      case PROTECTED ->
          branch.push().isGranted()
              ? denied(subject, "this login may push to it past every merge request", protect)
              : Finding.ok(subject, "protected; this login cannot push to it" + approvals(branch));
    };
  }

  private static String approvals(BranchFacts branch) {
    if (branch.approvals().isEmpty()) {
      return "";
    }
    int required = branch.approvals().getAsInt();
    return required == 0
        ? "; the forge requires no approval, Countersign does before it deploys"
        : "; the forge requires %d, Countersign its own".formatted(required);
  }

  private Finding log(BranchFacts log) {
    String subject = "branch " + DeploymentLog.BRANCH;
    return log.push().state() == Permission.State.UNTOLD
        ? untold(subject, log.push())
        : examined.job() == Job.PROPOSE ? logOfProposer(subject, log) : logOfDeployer(subject, log);
  }

  private Finding logOfProposer(String subject, BranchFacts log) {
    if (log.push().isDenied()) {
      return Finding.ok(subject, "the proposing login cannot write the deployment log");
    }
    String what = "the proposing login may write the deployment log";
    return log.protection() == Protection.NOT_OFFERED
        ? Finding.warn(subject, what, "move to a plan with branch rules for this project")
        : denied(subject, what, onlyDeployer());
  }

  private Finding logOfDeployer(String subject, BranchFacts log) {
    if (log.push().isDenied()) {
      return denied(
          subject,
          "this login may not write the deployment log: " + log.push().because(),
          log.push().remedy());
    }
    return log.protection() == Protection.UNPROTECTED
        ? Finding.warn(subject, "everybody who may push can write the log", onlyDeployer())
        : Finding.ok(subject, "this login may write the deployment log");
  }

  private String onlyDeployer() {
    return "under %s let only the deploying login push to \"%s\""
        .formatted(settings, DeploymentLog.BRANCH);
  }

  private Finding botBranches() {
    for (String name : examined.botBranches()) {
      Optional<Permission> refused =
          branch(name).flatMap(facts -> refused(facts, !name.equals(OutcomeLog.BRANCH)));
      if (refused.isPresent()) {
        return denied(
            "branch " + name,
            "this login may not push to it: " + refused.get().because(),
            refused.get().remedy());
      }
    }
    return Finding.ok("branches countersign/*", "no rule keeps this login out");
  }

  /** A candidate's branch is recreated; the record of outcomes only grows. */
  private static Optional<Permission> refused(BranchFacts branch, boolean recreated) {
    return branch.push().isDenied() || !recreated
        ? Optional.of(branch.push()).filter(Permission::isDenied)
        : Optional.of(branch.rewrite()).filter(Permission::isDenied);
  }

  private static Finding denied(String subject, String what, String fix) {
    return Finding.fail(ExitCode.ACCESS_DENIED, subject, what, fix);
  }

  private static Finding untold(String subject, Permission push) {
    return Finding.warn(subject, push.because(), push.remedy());
  }
}
