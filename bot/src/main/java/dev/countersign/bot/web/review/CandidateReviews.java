package dev.countersign.bot.web.review;

import dev.countersign.bot.approval.OpenRequest;
import dev.countersign.bot.approval.OpenRequestJudge;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigSource;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.propose.BranchState;
import dev.countersign.bot.propose.Earlier;
import dev.countersign.bot.propose.MergeRequestWriter;
import dev.countersign.bot.propose.ProposalPlan;
import dev.countersign.bot.propose.ReviewContext;
import dev.countersign.bot.propose.ReviewPictures;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.HtmlRenderer;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.web.BodyPictures;
import dev.countersign.bot.web.ReviewPages;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the page's review from what Git holds: the reference at the head, the one it is compared
 * with, the configuration at the protected branch's tip, the pictures that the bot put into the
 * merge request's text.
 */
public final class CandidateReviews implements ReviewPages {
  private final String branch;

  /**
   * @param branch the protected branch
   */
  public CandidateReviews(String branch) {
    this.branch = branch;
  }

  @Override
  public Optional<Html> review(GitRepository git, LocalMergeRequest request) {
    CommitId tip = ConfigSource.tipOf(git, branch);
    BotConfig config = new ConfigSource(git).at(tip);
    return ModelEnvironment.ofBranch(request.source())
        .flatMap(line -> at(git, request.head(), line))
        .flatMap(
            found ->
                config
                    .line(found.line())
                    .map(environment -> page(git, found, environment, tip, request)));
  }

  private Html page(
      GitRepository git,
      ModelReference candidate,
      EnvironmentConfig environment,
      CommitId tip,
      LocalMergeRequest request) {
    ProposalPlan.Promotion promotion =
        new ProposalPlan.Promotion(
            candidate, branch, tip, new BranchState.Absent(), true, Optional.empty());
    ReviewContext context =
        ReviewContext.withoutRun(
            live(git, candidate, tip),
            waivers(git, request, tip),
            othersJudged(git, candidate),
            Earlier.in(request.body()));
    Pictures pictures = ReviewPictures.placed(BodyPictures.in(request.body()));
    MergeRequestWriter writer = new MergeRequestWriter(environment);
    return new HtmlRenderer(LinkPolicy.NONE)
        .fragment(Review.of(writer.input(promotion, context, pictures)));
  }

  /** Those that count; once it is merged, as they counted just before. */
  private static List<Waiver> waivers(GitRepository git, LocalMergeRequest request, CommitId tip) {
    CommitId target = request.mergeCommit().map(merge -> parentOf(git, merge)).orElse(tip);
    return new OpenRequestJudge(git)
        .judge(
            new OpenRequest(
                request.source(), request.head(), request.author(), request.conversation()),
            new ConfigSource(git),
            target)
        .map(JudgedRequest::waivers)
        .orElse(List.of());
  }

  private static CommitId parentOf(GitRepository git, CommitId merge) {
    LogQuery one = new LogQuery(merge, Optional.empty(), Optional.empty(), true, 1);
    return git.log(one).get(0).parents().stream().findFirst().orElse(merge);
  }

  /** The reference that the evaluation was made against, or that a rollback withdraws. */
  private static Optional<ModelReference> live(
      GitRepository git, ModelReference candidate, CommitId tip) {
    Stream<ModelReference> history =
        new ReferenceHistory(git)
            .of(candidate.line(), tip).stream()
                .flatMap(change -> change.reading().document().stream())
                .map(ReferenceDocument::reference);
    return history
        .filter(
            earlier ->
                candidate
                        .evaluation()
                        .flatMap(evaluation -> evaluation.baseline())
                        .filter(live -> live.artifactDigest().equals(earlier.artifact().digest()))
                        .isPresent()
                    || candidate
                        .rollbackOf()
                        .filter(withdrawn -> withdrawn.sequence() == earlier.sequence())
                        .isPresent())
        .findFirst();
  }

  private static int othersJudged(GitRepository git, ModelReference candidate) {
    return candidate
        .evaluation()
        .map(
            evaluation ->
                new OutcomeLog(git)
                    .othersJudged(
                        candidate.line(),
                        evaluation.dataset().digest(),
                        candidate.artifact().digest()))
        .orElse(0);
  }

  private static Optional<ModelReference> at(
      GitRepository git, CommitId head, ModelEnvironment line) {
    return new ReferenceHistory(git).at(head, line).document().map(ReferenceDocument::reference);
  }
}
