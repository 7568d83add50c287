package dev.countersign.ci.approval;

import dev.countersign.ci.approval.NotCounted.Reason;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.ApprovalForm;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whose approval counts (invariants I2, I7): people whom the configuration lists, each
 * once, who may write, who approved the content that is there now, and who neither launched the
 * training, nor had the bot propose it, nor opened the merge request, nor wrote any of its content;
 * and in the form that the environment asks for.
 */
public final class ApprovalRules {
  private ApprovalRules() {}

  /** Whether enough people approved. */
  public static ApprovalDecision decide(ApprovalFacts facts) {
    List<Approval> counted = new ArrayList<>();
    List<NotCounted> refused = new ArrayList<>();
    for (HeadApproval given : facts.approvals()) {
      Optional<NotCounted> reason = whyNot(facts, given);
      if (reason.isPresent()) {
        refused.add(reason.get());
      } else if (counted.stream().noneMatch(one -> one.by().isSameAs(given.approval().by()))) {
        counted.add(given.approval());
      }
    }
    List<NotCounted> others = lastOfEach(refused, counted);
    Quorum required = new Quorum(facts.policy().required(), facts.participants().unknown());
    return required.isMetBy(counted)
        ? new ApprovalDecision.Approved(counted, others, required)
        : new ApprovalDecision.NotApproved(counted, others, required);
  }

  /** The waivers for an artifact whose givers' approval would count. */
  public static List<Waiver> countingWaivers(
      ApprovalFacts facts, List<Waiver> waivers, Digest artifact) {
    return waivers.stream()
        .filter(waiver -> waiver.artifactDigest().equals(artifact))
        .filter(waiver -> objection(facts, waiver.by(), waiver.mayWrite()).isEmpty())
        .toList();
  }

  /**
   * Why nothing that a person says about this merge request would count, approval or waiver; empty
   * if it would.
   *
   * @param mayWrite whether the forge lets this person write to the repository
   */
  public static Optional<NotCounted> objection(
      ApprovalFacts facts, Identity who, boolean mayWrite) {
    return handInIt(facts.participants(), who)
        .or(
            () ->
                facts.policy().names(who.login())
                    ? Optional.empty()
                    : notCounted(who, Reason.NOT_AN_APPROVER, "is not a configured approver"))
        .or(
            () ->
                mayWrite
                    ? Optional.empty()
                    : notCounted(who, Reason.MAY_NOT_WRITE, "may not write to the repository"));
  }

  private static Optional<NotCounted> whyNot(ApprovalFacts facts, HeadApproval given) {
    Approval approval = given.approval();
    return objection(facts, approval.by(), approval.mayWrite())
        .or(() -> unnamed(facts, approval))
        .or(() -> outdated(facts, approval, given.content()));
  }

  private static Optional<NotCounted> unnamed(ApprovalFacts facts, Approval approval) {
    return approval.namesChecksum() || facts.policy().required().form() == ApprovalForm.ANY
        ? Optional.empty()
        : notCounted(
            approval.by(),
            Reason.CHECKSUM_NOT_NAMED,
            "did not name the checksum, and the environment says approveBy: checksum");
  }

  private static Optional<NotCounted> handInIt(Participants participants, Identity who) {
    if (participants.opener().isSameAs(who)) {
      return notCounted(who, Reason.OPENED_MERGE_REQUEST, "opened the merge request");
    }
    if (participants.launcher().filter(launcher -> isLauncher(launcher, who)).isPresent()) {
      return notCounted(who, Reason.LAUNCHED_TRAINING, "launched the training");
    }
    if (participants.proposers().stream().anyMatch(proposer -> isLauncher(proposer, who))) {
      return notCounted(who, Reason.PROPOSED_CANDIDATE, "had it proposed");
    }
    if (participants.contentAuthors().stream().anyMatch(author -> isAuthor(author, who))) {
      return notCounted(who, Reason.WROTE_CONTENT, "wrote a commit of the merge request");
    }
    return Optional.empty();
  }

  private static Optional<NotCounted> outdated(
      ApprovalFacts facts, Approval approval, HeadContent content) {
    if (approval.head().isEmpty() || content == HeadContent.UNKNOWN) {
      return notCounted(
          approval.by(), Reason.HEAD_UNKNOWN, "the head that was approved is not known");
    }
    if (content == HeadContent.DIFFERENT) {
      return notCounted(
          approval.by(),
          Reason.CONTENT_CHANGED,
          "approved %s, head %s has other content"
              .formatted(approval.head().get().shortHex(), facts.head().shortHex()));
    }
    return Optional.empty();
  }

  /** By number or by login; either suffices, because a wrong exclusion only asks one more. */
  private static boolean isLauncher(Launcher launcher, Identity who) {
    boolean sameNumber = launcher.id().isPresent() && launcher.id().equals(who.id());
    return sameNumber || launcher.login().equalsIgnoreCase(who.login());
  }

  /**
   * A commit names people by text. It is this person if the name, or the part of the address before
   * the at sign, is the login; forges write their private addresses as {@code 123+login@…} or
   * {@code 123-login@…}.
   */
  private static boolean isAuthor(Person author, Identity who) {
    String login = who.login().toLowerCase(Locale.ROOT);
    String mailbox = author.email().toLowerCase(Locale.ROOT).replaceFirst("@.*$", "");
    return author.name().equalsIgnoreCase(login)
        || mailbox.equals(login)
        || mailbox.replaceFirst("^[0-9]+[+-]", "").equals(login);
  }

  /** The latest reason for each person who does not count by another approval. */
  private static List<NotCounted> lastOfEach(List<NotCounted> refused, List<Approval> counted) {
    List<NotCounted> last = new ArrayList<>();
    for (NotCounted one : refused) {
      last.removeIf(other -> other.who().isSameAs(one.who()));
      if (counted.stream().noneMatch(approval -> approval.by().isSameAs(one.who()))) {
        last.add(one);
      }
    }
    return last;
  }

  private static Optional<NotCounted> notCounted(Identity who, Reason reason, String text) {
    return Optional.of(new NotCounted(who, reason, text));
  }
}
