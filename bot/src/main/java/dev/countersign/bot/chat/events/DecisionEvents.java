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
   * @param tip of the protected branch, whose settings decide what counts
   */
  public DecisionEvents(GitRepository git, Forge forge, Settings settings, CommitId tip) {
    this.git = git;
    this.forge = forge;
    this.settings = settings;
    this.tip = tip;
  }

  /** That somebody approved; nothing if their approval does not count. */
  public List<ChatEvent> approved(MergeRequest request, String by) {
    return judged(request).map(JudgedRequest::approval).stream()
        .filter(decision -> counts(decision, by))
        .flatMap(decision -> approved(request, by, decision).stream())
        .toList();
  }

  /** That somebody closed the merge request, which rejects its artifact. */
  public List<ChatEvent> rejected(MergeRequest request, String by, String reason) {
    return promotion(request)
        .<ChatEvent>map(promotion -> new ChatEvent.Rejected(promotion, by, reason, request.head()))
        .stream()
        .toList();
  }

  private Optional<ChatEvent> approved(MergeRequest request, String by, ApprovalDecision decision) {
    return promotion(request)
        .map(
            each ->
                new ChatEvent.Approved(
                    each,
                    by,
                    request.head(),
                    decision.counted().size(),
                    decision.required().people()));
  }

  private static boolean counts(ApprovalDecision decision, String by) {
    return decision.counted().stream()
        .anyMatch(approval -> approval.by().login().equalsIgnoreCase(by));
  }

  private Optional<JudgedRequest> judged(MergeRequest request) {
    return new OpenRequestJudge(git)
        .judge(OpenRequest.of(request, forge.conversation(request.number())), settings, tip);
  }

  private Optional<Promotion> promotion(MergeRequest request) {
    return ModelEnvironment.ofBranch(request.text().source())
        .flatMap(line -> new ReferenceHistory(git).at(request.head(), line).document())
        .map(ReferenceDocument::reference)
        .map(reference -> Promotion.of(reference, Optional.of(ProposalEvents.request(request))));
  }
}
