package dev.countersign.bot.propose;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.bundle.RunEvidence;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings a promotion about. Every step looks first: killed anywhere and run again, there is one
 * artifact, one branch with one commit, one merge request.
 */
public final class ProposalExecutor {
  private final Stores stores;
  private final GitRepository git;
  private final Forge forge;
  private final PromotionSignals signals;
  private final MergeRequestWriter writer;
  private final ProposalListener listener;

  /**
   * @param git with the bot's signing key
   */
  public ProposalExecutor(
      Stores stores,
      GitRepository git,
      Forge forge,
      PromotionSignals signals,
      MergeRequestWriter writer,
      ProposalListener listener) {
    this.stores = stores;
    this.git = git;
    this.forge = forge;
    this.signals = signals;
    this.writer = writer;
    this.listener = listener;
  }

  /** Where artifacts and evidence go; for adapters they are one. */
  public record Stores(ArtifactStore artifacts, EvidenceStore evidence) {}

  /**
   * What a run brings along to be stored.
   *
   * @param artifact received by the artifact store
   */
  public record Upload(ReceivedArtifact artifact, RunEvidence evidence) {}

  /**
   * Executes a plan that has a promotion.
   *
   * @param upload empty for a rollback, whose artifact is stored already
   * @param plots the review's
   * @return the plan with the open merge request
   * @throws dev.countersign.modelrefs.error.CountersignException as the stores, the repository and
   *     the forge say; what was done until then is found and kept by the next run
   */
  Proposal execute(
      ProposalPlan plan, Optional<Upload> upload, ReviewContext context, ReviewPictures plots) {
    ProposalPlan.Promotion promotion = plan.promotion().orElseThrow();
    ModelReference reference =
        upload.map(files -> store(promotion.reference(), files)).orElseGet(promotion::reference);
    Pictures pictures = step(ProposalStep.PICTURES, () -> attach(reference, plots));
    step(ProposalStep.BRANCH, () -> new BranchPublisher(git).publish(reference, promotion));
    MergeRequest request =
        step(
            ProposalStep.MERGE_REQUEST,
            () ->
                forge.open(
                    writer.draft(
                        promotion,
                        writer.input(promotion, context, pictures),
                        () -> whole(promotion, context, plots))));
    List<String> warnings =
        step(
            ProposalStep.SIGNALS,
            () -> signals.show(request, promotion, writer.approvers(), context.waivers()));
    return new Proposal(plan, Optional.of(request), warnings);
  }

  private ModelReference store(ModelReference planned, Upload upload) {
    Artifact stored =
        step(ProposalStep.ARTIFACT, () -> upload.artifact().keep(planned.artifact().format()));
    RunEvidence evidence = upload.evidence();
    step(
        ProposalStep.EVIDENCE,
        () -> stores.evidence().putRun(evidence.manifest(), evidence.files()));
    return planned.withArtifact(stored);
  }

  private Pictures attach(ModelReference reference, ReviewPictures plots) {
    return plots.attached(folder(reference), forge::attach);
  }

  private Optional<LinkTarget> whole(
      ProposalPlan.Promotion promotion, ReviewContext context, ReviewPictures plots) {
    return new WholeReview(plots, pictures -> writer.input(promotion, context, pictures))
        .keep(forge, folder(promotion.reference()));
  }

  private static String folder(ModelReference reference) {
    return reference.line() + "/" + reference.artifact().digest().hex() + "/";
  }

  private <T> T step(ProposalStep step, Supplier<T> act) {
    listener.before(step);
    T result = act.get();
    listener.after(step);
    return result;
  }
}
