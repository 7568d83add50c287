package dev.countersign.bot.propose;

import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.forge.LabelChanges;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.markdown.MarkdownRenderer;
import dev.countersign.bot.text.CommitText;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes what the merge request says. A pure function of its inputs, so a re-run writes the same.
 */
public final class MergeRequestWriter {
  private final EnvironmentConfig environment;
  private final MarkdownRenderer renderer = new MarkdownRenderer(LinkPolicy.NONE);

  /**
   * @param environment the rules of the environment that the merge request is for
   */
  public MergeRequestWriter(EnvironmentConfig environment) {
    this.environment = environment;
  }

  /** Whose review is asked for. */
  List<String> approvers() {
    return environment.approvals().logins();
  }

  /** What a review of a promotion is made from. */
  public ReviewInput input(
      ProposalPlan.Promotion promotion, ReviewContext context, Pictures pictures) {
    ModelReference candidate = promotion.reference();
    return new ReviewInput(
        candidate,
        context.live(),
        new ReviewInput.Judging(environment.gates(), context.waivers(), context.candidatesJudged()),
        new ReviewInput.Merging(
            environment.approvals(),
            environment.targets().stream().map(TargetSpec::name).toList(),
            commands(candidate, context.live())),
        pictures,
        context.earlier().pastOf(promotion),
        context.run());
  }

  /** The merge request's text and labels. */
  public MergeRequestDraft draft(ProposalPlan.Promotion promotion, ReviewInput input) {
    return draft(promotion, input, Optional::empty);
  }

  /**
   * The merge request's text and labels.
   *
   * @param keep keeps the whole review somewhere and says where; asked only if the text leaves
   *     something out
   */
  MergeRequestDraft draft(
      ProposalPlan.Promotion promotion, ReviewInput input, Supplier<Optional<LinkTarget>> keep) {
    Review review = Review.of(input);
    ModelReference candidate = promotion.reference();
    return new MergeRequestDraft(
        candidate.line().branch(),
        promotion.target(),
        CommitText.title(review.title()),
        body(review, CandidateTrail.of(candidate, input.past().candidates()).marker(), keep),
        labels(candidate),
        promotion.draft());
  }

  private String body(Review review, String marker, Supplier<Optional<LinkTarget>> keep) {
    MarkdownRenderer.Body body =
        renderer.render(review, new MarkdownRenderer.Ending(Optional.empty(), marker));
    return body.complete()
        ? body.text()
        : renderer.render(review, new MarkdownRenderer.Ending(keep.get(), marker)).text();
  }

  private static List<String> labels(ModelReference candidate) {
    List<String> labels = new ArrayList<>();
    labels.add("model-promotion");
    labels.add(LabelChanges.ENVIRONMENT + candidate.line().environment());
    candidate
        .evaluation()
        .map(evaluation -> WireName.hyphenated(evaluation.verdict()))
        .ifPresent(verdict -> labels.add(LabelChanges.VERDICT + verdict));
    return labels;
  }

  private static ReviewInput.Commands commands(
      ModelReference candidate, Optional<ModelReference> live) {
    String line = candidate.line().toString();
    return new ReviewInput.Commands(
        live.map(
            before ->
                "countersign rollback %s --to %s --reason TEXT".formatted(line, before.version())),
        Optional.of("countersign waive %s GATE-ID --reason TEXT".formatted(line)),
        Optional.of("countersign preview RUN --environment " + candidate.line().environment()));
  }
}
