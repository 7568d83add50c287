package dev.countersign.bot.propose;

import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ProposeRule;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.ReferenceNumbers;
import dev.countersign.modelrefs.reference.ReferenceRules;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to do about a candidate. Pure: the same candidate, situation and rules give the same
 * plan. The rules are asked in order, the first that has an answer decides.
 */
public final class ProposalPlanner {
  private static final Set<Verdict> NOT_BETTER =
      EnumSet.of(Verdict.WORSE, Verdict.INDISTINGUISHABLE, Verdict.NON_INFERIOR, Verdict.MIXED);

  private final EnvironmentConfig environment;
  private final boolean again;

  /**
   * @param environment the rules of the environment
   * @param again propose even if a person rejected this digest
   */
  public ProposalPlanner(EnvironmentConfig environment, boolean again) {
    this.environment = environment;
    this.again = again;
  }

  /** The plan for a candidate in a situation. */
  public ProposalPlan plan(Candidate candidate, Situation situation) {
    return refusal(candidate, situation).orElseGet(() -> promotion(candidate, situation));
  }

  private Optional<ProposalPlan> refusal(Candidate candidate, Situation situation) {
    return List.<Rule>of(
            this::foreignBranch,
            this::unchanged,
            this::rejected,
            this::rollbackUnderReview,
            this::older,
            this::notProposed,
            this::supersede)
        .stream()
        .flatMap(rule -> rule.ask(candidate, situation).stream())
        .findFirst();
  }

  private Optional<ProposalPlan> foreignBranch(Candidate candidate, Situation situation) {
    if (situation.branch() instanceof BranchState.Foreign foreign) {
      return answer(
          !isRemade(foreign, candidate, situation),
          candidate,
          ProposalOutcome.CONFLICT,
          "\"%s\" pushed to the bot's branch of %%s (%s); it is left alone. Take that commit off the branch, then re-run; or delete the branch, which rejects what it proposes, and re-run with --again"
              .formatted(foreign.author().replace("%", "%%"), foreign.tip().shortHex()));
    }
    return Optional.empty();
  }

  /** Whether what stands there, whoever made it, is what would be proposed, and nothing else. */
  private static boolean isRemade(
      BranchState.Foreign foreign, Candidate candidate, Situation situation) {
    ModelReference ours = reference(candidate, situation);
    return foreign
        .reference()
        .filter(there -> says(PeopleBehind.as(ours, there), ours))
        .isPresent();
  }

  private Optional<ProposalPlan> unchanged(Candidate candidate, Situation situation) {
    boolean same =
        situation
            .current()
            .filter(current -> current.artifact().digest().equals(candidate.artifact().digest()))
            .isPresent();
    return answer(
        same && !again, candidate, ProposalOutcome.UNCHANGED, "%s has this artifact already");
  }

  private Optional<ProposalPlan> rejected(Candidate candidate, Situation situation) {
    return answer(
        situation.rejected().contains(candidate.artifact().digest()) && !again,
        candidate,
        ProposalOutcome.REJECTED,
        "a person rejected this artifact for %s, or a rollback withdrew it; --again proposes it anyway");
  }

  private Optional<ProposalPlan> rollbackUnderReview(Candidate candidate, Situation situation) {
    return answer(
        situation.underReview().filter(other -> other.origin() == Origin.ROLLBACK).isPresent(),
        candidate,
        ProposalOutcome.HELD,
        "a rollback of %s is under review, and no candidate takes its place");
  }

  private Optional<ProposalPlan> older(Candidate candidate, Situation situation) {
    boolean olderThanReview =
        situation.underReview().filter(other -> isNewer(other, candidate)).isPresent();
    boolean olderThanCurrent =
        situation
            .current()
            .filter(other -> other.origin() == Origin.TRAINED)
            .filter(other -> isNewer(other, candidate))
            .isPresent();
    return answer(
        olderThanReview || (olderThanCurrent && !again),
        candidate,
        ProposalOutcome.OLDER,
        "a newer run than this one is "
            + (olderThanReview ? "under review" : "merged")
            + " for %s");
  }

  private Optional<ProposalPlan> notProposed(Candidate candidate, Situation situation) {
    Evaluation evaluation = candidate.evaluation();
    ProposeRule rule = environment.rules().propose();
    if (rule == ProposeRule.BETTER && NOT_BETTER.contains(evaluation.verdict())) {
      return answer(true, candidate, ProposalOutcome.NOT_BETTER, "%s takes better candidates only");
    }
    return answer(
        rule != ProposeRule.ALWAYS && evaluation.blocked(),
        candidate,
        ProposalOutcome.BLOCKED,
        "a gate of %s failed, and it takes only candidates whose gates pass");
  }

  private Optional<ProposalPlan> supersede(Candidate candidate, Situation situation) {
    Optional<ModelReference> other =
        situation.underReview().filter(review -> !sameArtifact(review, candidate));
    if (other.isEmpty()) {
      return Optional.empty();
    }
    return switch (environment.rules().supersede()) {
      case NEWEST -> Optional.empty();
      case HOLD_DURING_REVIEW ->
          answer(
              situation.open().map(open -> open.approvals() > 0).orElse(false),
              candidate,
              ProposalOutcome.HELD,
              "the candidate under review for %s has approvals, and the rule is hold-during-review");
      case BETTER ->
          answer(
              !Superiority.isBetter(candidate.evaluation(), other.get()),
              candidate,
              ProposalOutcome.HELD,
              "the candidate under review for %s is not beaten on the same rows, and the rule is better");
    };
  }

  /** The plan that proposes a candidate, whatever the rules say. */
  static ProposalPlan promotion(Candidate candidate, Situation situation) {
    Optional<ModelReference> underReview = situation.underReview();
    ModelReference proposed = reference(candidate, situation);
    ModelReference reference =
        underReview.map(review -> people(proposed, review, situation.branch())).orElse(proposed);
    boolean keep =
        underReview.filter(review -> says(review, reference)).isPresent()
            && situation.branch() instanceof BranchState.Ours;
    ProposalPlan.Promotion promotion =
        new ProposalPlan.Promotion(
            reference,
            situation.target(),
            situation.base(),
            situation.branch(),
            keep,
            underReview.filter(review -> !sameArtifact(review, candidate)));
    ProposalOutcome outcome =
        promotion.draft() ? ProposalOutcome.BLOCKED : ProposalOutcome.PROPOSED;
    return new ProposalPlan(candidate.line(), outcome, reason(promotion), Optional.of(promotion));
  }

  /** What the bot did not sign tells nobody who is not behind a candidate (invariant I7). */
  private static ModelReference people(
      ModelReference proposed, ModelReference review, BranchState branch) {
    return branch instanceof BranchState.Foreign
        ? PeopleBehind.joined(proposed, review)
        : PeopleBehind.kept(proposed, review);
  }

  private static ModelReference reference(Candidate candidate, Situation situation) {
    ReferenceNumbers numbers =
        situation.history().next(candidate.artifact().digest(), candidate.bump());
    return new ModelReference(
        candidate.line(),
        numbers.version(),
        numbers.highestVersion(),
        numbers.sequence(),
        Origin.TRAINED,
        candidate.artifact(),
        Optional.of(candidate.evaluation()),
        candidate.provenance(),
        candidate.inputSchema(),
        candidate.changeRequest(),
        Optional.empty());
  }

  /** Whether the one under review is the same but for what the store assigns. */
  private static boolean says(ModelReference review, ModelReference reference) {
    return review.sequence() == reference.sequence()
        && review.version().equals(reference.version())
        && ReferenceCodec.sameContent(review, reference);
  }

  private static String reason(ProposalPlan.Promotion promotion) {
    ModelReference reference = promotion.reference();
    String state = promotion.draft() ? "as a draft, because a gate failed" : "for review";
    String replaced =
        promotion
            .supersedes()
            .map(other -> ", in place of the candidate " + other.artifact().digest().shortHex())
            .orElse("");
    return "%s %s is proposed %s%s"
        .formatted(reference.line(), reference.version(), state, replaced);
  }

  private static boolean sameArtifact(ModelReference reference, Candidate candidate) {
    return reference.artifact().digest().equals(candidate.artifact().digest());
  }

  private static boolean isNewer(ModelReference other, Candidate candidate) {
    return ReferenceRules.isNewer(other.provenance().run(), candidate.provenance().run());
  }

  private static Optional<ProposalPlan> answer(
      boolean applies, Candidate candidate, ProposalOutcome outcome, String sentence) {
    return applies
        ? Optional.of(
            new ProposalPlan(
                candidate.line(), outcome, sentence.formatted(candidate.line()), Optional.empty()))
        : Optional.empty();
  }

  /** One rule: an answer ends the asking. */
  private interface Rule {
    Optional<ProposalPlan> ask(Candidate candidate, Situation situation);
  }
}
