package dev.countersign.bot.doctor;

import dev.countersign.bot.forge.ForgeFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what a forge says for one job. */
public final class ForgeExamination {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
  private static final Duration EXPIRES_SOON = Duration.ofDays(14);

  private final Job job;
  private final String branch;
  private final Instant now;

  /**
   * @param branch that merge requests go to
   * @param now of this machine, when the forge was asked
   */
  public ForgeExamination(Job job, String branch, Instant now) {
    this.job = job;
    this.branch = branch;
    this.now = now;
  }

  /** The findings, in the order in which a person would mend them. */
  public List<Finding> of(ForgeFacts facts, List<String> approvers, int approvals) {
    List<Finding> findings = new ArrayList<>();
    findings.add(clock(facts));
    findings.add(token(facts.token()));
    findings.addAll(rights(facts.rights()));
    findings.addAll(branch(facts.branch(), approvals));
    approvers.forEach(login -> findings.add(approver(facts, login)));
    return List.copyOf(findings);
  }

  private Finding clock(ForgeFacts facts) {
    Duration off = Duration.between(facts.serverTime(), now);
    String what = "%s, its clock %d s from this one".formatted(facts.server(), off.toSeconds());
    return off.abs().compareTo(CLOCK_TOLERANCE) <= 0
        ? Finding.ok("forge", what)
        : Finding.warn(
            "forge",
            what,
            "Set this machine's clock: a run whose time lies in the future is refused.");
  }

  private Finding token(ForgeFacts.Token token) {
    String scopes = token.scopes().isEmpty() ? "" : ", scopes " + String.join(", ", token.scopes());
    String what = "%s of \"%s\"%s".formatted(token.kind(), token.login(), scopes);
    Optional<Instant> soon = token.expiresAt().filter(end -> end.isBefore(now.plus(EXPIRES_SOON)));
    return soon.map(
            end ->
                Finding.warn(
                    "token", what + ", ends " + end, "Make a new token before this one ends."))
        .orElseGet(() -> Finding.ok("token", what));
  }

  private List<Finding> rights(ForgeFacts.Rights rights) {
    List<Finding> findings = new ArrayList<>();
    if (job == Job.PROPOSE) {
      findings.add(
          needed(
              "push branches",
              rights.pushBranches(),
              "Give the token the right to push branches (GitLab: role Developer, scope"
                  + " write_repository; GitHub: contents: write)."));
      findings.add(
          needed(
              "open merge requests",
              rights.openMergeRequests(),
              "Give the token the right to open merge requests (GitLab: scope api; GitHub:"
                  + " pull-requests: write)."));
      findings.add(pipelines(rights.startsPipelines()));
    }
    findings.add(protectedBranch(rights.pushProtected()));
    return findings;
  }

  private static Finding needed(String right, Optional<Boolean> has, String fix) {
    return has.map(
            yes -> yes ? Finding.ok(right, "allowed") : Finding.fail(right, "not allowed", fix))
        .orElseGet(
            () -> Finding.warn(right, "the forge does not say", "Try a propose with --dry-run."));
  }

  private static Finding pipelines(Optional<Boolean> start) {
    return start.filter(yes -> !yes).isPresent()
        ? Finding.warn(
            "pipelines",
            "nothing runs on what this token pushes",
            "Use a GitHub App or a bot user's token: the default token of a workflow starts no"
                + " other workflow.")
        : Finding.ok("pipelines", "start on what the bot pushes");
  }

  private Finding protectedBranch(Optional<Boolean> mayPush) {
    String subject = "push to " + branch;
    return mayPush
        .map(
            yes ->
                yes
                    ? Finding.fail(
                        subject,
                        "this token may push to the protected branch",
                        "Take that right away: only merges by people may change what is declared.")
                    : Finding.ok(subject, "not allowed, as it should be"))
        .orElseGet(
            () ->
                Finding.warn(
                    subject,
                    "the forge does not say whether this token may",
                    "Check the branch protection by hand."));
  }

  private List<Finding> branch(ForgeFacts.Branch facts, int approvals) {
    List<Finding> findings = new ArrayList<>();
    String subject = "branch " + branch;
    if (!facts.exists()) {
      findings.add(
          Finding.fail(subject, "does not exist", "Name the protected branch with --branch."));
      return findings;
    }
    findings.add(
        facts.isProtected().orElse(false)
            ? Finding.ok(subject, "protected" + (facts.isDefault() ? ", the default" : ""))
            : Finding.fail(
                subject,
                "not protected",
                "Protect it against pushes, so that every reference comes by a merge request."));
    facts
        .requiredApprovals()
        .filter(required -> required > approvals)
        .ifPresent(
            required ->
                findings.add(
                    Finding.warn(
                        "approvals",
                        "the forge asks for %d, countersign.yaml for %d"
                            .formatted(required, approvals),
                        "Make both the same, so that nobody waits for an approval in vain.")));
    return findings;
  }

  private static Finding approver(ForgeFacts facts, String login) {
    String subject = "approver " + login;
    ForgeFacts.Person person = facts.people().get(login);
    if (person == null) {
      return Finding.fail(
          subject, "the forge does not know this login", "Correct it in countersign.yaml.");
    }
    return person.mayWrite().orElse(true)
        ? Finding.ok(subject, "known" + (person.mayWrite().isPresent() ? ", may write" : ""))
        : Finding.fail(
            subject,
            "may only read the project, so the approval would not count",
            "Give this person the right to write (GitLab: Developer; GitHub: write).");
  }
}
