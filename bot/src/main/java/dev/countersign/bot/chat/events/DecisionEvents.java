package dev.countersign.bot.chat.events;

import dev.countersign.bot.approval.OpenRequest;
import dev.countersign.bot.approval.OpenRequestJudge;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Promotion;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/** What people decided about a merge request, as events for the chat. */
public final class DecisionEvents {
  private final GitRepository git;
  private final Forge forge;
  private final Settings settings;
  private final CommitId tip;

  /**
   * @param git with the protected branch and the merge requests' heads fetched
   * @param tip of the protected branch, whose settings decide what counts; of one that is merged:
   *     as it was before
   */
  public DecisionEvents(GitRepository git, Forge forge, Settings settings, CommitId tip) {
    this.git = git;
    this.forge = forge;
    this.settings = settings;
    this.tip = tip;
  }

  /** That somebody approved; nothing if their approval does not count. */
  public List<ChatEvent> approved(MergeRequest request, String by) {
    return judged(request).stream()
        .filter(judged -> counts(judged.approval(), by))
        .map(judged -> approved(request, judged, by))
        .toList();
  }

  /**
   * That enough people approved, by whoever was the last one needed; nothing while they did not.
   */
  public Optional<ChatEvent> agreed(MergeRequest request, JudgedRequest judged) {
    ApprovalDecision decision = judged.approval();
    int needed = decision.required().people();
    return judged.isApproved() && needed > 0
        ? Optional.of(approved(request, judged, decision.counted().get(needed - 1).by().login()))
        : Optional.empty();
  }

  /** That somebody closed the merge request, which rejects its artifact. */
  public List<ChatEvent> rejected(MergeRequest request, String by, String reason) {
    return reference(request)
        .<ChatEvent>map(
            reference ->
                new ChatEvent.Rejected(
                    promotion(request, reference),
                    by,
                    reason,
                    request.head(),
                    reference.origin() == Origin.ROLLBACK))
        .stream()
        .toList();
  }

  /** What the rules say about a merge request; empty if it promotes nothing that can be read. */
  public Optional<JudgedRequest> judged(MergeRequest request) {
    return new OpenRequestJudge(git)
        .judge(OpenRequest.of(request, forge.conversation(request.number())), settings, tip);
  }

  /** What the head of a merge request proposes; empty if that cannot be read. */
  public Optional<ModelReference> reference(MergeRequest request) {
    return ModelEnvironment.ofBranch(request.text().source())
        .flatMap(line -> new ReferenceHistory(git).at(request.head(), line).document())
        .map(ReferenceDocument::reference);
  }

  /** A merge request and what it proposes, for an event. */
  public static Promotion promotion(MergeRequest request, ModelReference reference) {
    return Promotion.of(reference, Optional.of(ProposalEvents.request(request)));
  }

  private static ChatEvent approved(MergeRequest request, JudgedRequest judged, String by) {
    return new ChatEvent.Approved(
        promotion(request, judged.reference()),
        by,
        request.head(),
        judged.approval().counted().size(),
        judged.approval().counted().size() + Math.max(judged.approval().lacking(), 0));
  }

  private static boolean counts(ApprovalDecision decision, String by) {
    return decision.counted().stream()
        .anyMatch(approval -> approval.by().login().equalsIgnoreCase(by));
  }
}
