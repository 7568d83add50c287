package dev.countersign.bot.propose;

import dev.countersign.bot.approval.GroupLookup;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.forge.Forge;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceRules;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Proposes to go back: an ordinary merge request with the version, artifact, evaluation and
 * provenance of an earlier reference. It takes over the living merge request.
 */
public final class RollbackProposer {
  private final GitRepository git;
  private final Forge forge;
  private final PromotionSignals signals;
  private final ProposalExecutor.Stores stores;
  private final ProposalListener listener;
  private final Base base;

  /**
   * What is proposed on top of.
   *
   * @param groups finds the people among the approvers
   */
  public record Base(String branch, CommitId tip, BotConfig config, GroupLookup groups) {}

  /**
   * What the person asks for.
   *
   * @param to a version that the line has had
   * @param why the present one is withdrawn, and who asks for it
   * @param changeRequest the change ticket
   */
  public record Request(
      ModelVersion to, ReferenceRules.Withdrawn why, Optional<String> changeRequest) {}

  public RollbackProposer(
      GitRepository git,
      Forge forge,
      PromotionSignals signals,
      ProposalExecutor.Stores stores,
      ProposalListener listener,
      Base base) {
    this.git = git;
    this.forge = forge;
    this.signals = signals;
    this.stores = stores;
    this.listener = listener;
    this.base = base;
  }

  /**
   * Proposes a rollback.
   *
   * @throws CountersignException {@code NOT_FOUND} if the line never had that version, {@code
   *     INPUT_INVALID} if there is nothing to go back from, {@code CONFLICT} if a person pushed to
   *     the bot's branch, {@code USAGE} if a change request is missing
   */
  public Proposal propose(ModelEnvironment line, Request request, Instant now) {
    EnvironmentConfig environment =
        base.config()
            .line(line)
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.NOT_FOUND,
                        "\"%s\" is not in %s".formatted(line, BotConfig.PATH)));
    environment.requireChangeRequest(request.changeRequest());
    Situation situation =
        new SituationReader(git, forge).read(line, base.branch(), base.tip(), settings(line, now));
    ModelReference reference =
        rollback(
            situation,
            line,
            new Request(
                request.to(), asReviewed(situation, request.why()), request.changeRequest()));
    ProposalPlan plan = plan(situation, reference);
    ReviewContext context =
        ReviewContext.withoutRun(situation.current(), List.of(), 0, Earlier.of(situation, now));
    ProposalExecutor executor =
        new ProposalExecutor(
            stores, git, forge, signals, new MergeRequestWriter(environment), listener);
    return plan.promotion().isPresent()
        ? executor.execute(plan, Optional.empty(), context, ReviewPictures.NONE)
        : Proposal.planned(plan);
  }

  /**
   * Whoever asks once more for the rollback that is under review changes nothing that was reviewed:
   * the one who asked first stays the one who did.
   */
  private static ReferenceRules.Withdrawn asReviewed(
      Situation situation, ReferenceRules.Withdrawn why) {
    return situation
        .open()
        .flatMap(OpenMergeRequest::reference)
        .flatMap(ModelReference::rollbackOf)
        .filter(review -> review.reason().equals(why.reason()))
        .filter(review -> review.requestedBy().isPresent())
        .map(review -> new ReferenceRules.Withdrawn(why.reason(), review.requestedBy()))
        .orElse(why);
  }

  private LineSettings settings(ModelEnvironment line, Instant now) {
    return base.groups().in(base.config().requireSettings(line, now));
  }

  private static ProposalPlan plan(Situation situation, ModelReference reference) {
    ModelEnvironment line = reference.line();
    if (situation.branch() instanceof BranchState.Foreign foreign) {
      return new ProposalPlan(
          line,
          ProposalOutcome.CONFLICT,
          "\"%s\" pushed to the bot's branch of %s; it is left alone"
              .formatted(foreign.author(), line),
          Optional.empty());
    }
    Optional<ModelReference> review = situation.open().flatMap(OpenMergeRequest::reference);
    ProposalPlan.Promotion promotion =
        new ProposalPlan.Promotion(
            reference,
            situation.target(),
            situation.base(),
            situation.branch(),
            review.filter(reference::equals).isPresent(),
            review.filter(other -> !other.equals(reference)));
    return new ProposalPlan(
        line,
        ProposalOutcome.PROPOSED,
        "a rollback of %s to %s is proposed for review".formatted(line, reference.version()),
        Optional.of(promotion));
  }

  private static ModelReference rollback(
      Situation situation, ModelEnvironment line, Request request) {
    ModelReference current =
        situation
            .current()
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.INPUT_INVALID,
                        "\"%s\" has no reference to go back from".formatted(line)));
    ModelReference earlier =
        situation.history().references().stream()
            .filter(each -> each.version().equals(request.to()))
            .findFirst()
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.NOT_FOUND,
                        "\"%s\" never had the version \"%s\"; it had %s"
                            .formatted(line, request.to(), versions(situation))));
    return ReferenceRules.rollback(current, earlier, request.why(), request.changeRequest());
  }

  private static List<ModelVersion> versions(Situation situation) {
    return situation.history().references().stream()
        .map(ModelReference::version)
        .distinct()
        .toList();
  }
}
