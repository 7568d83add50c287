package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalFacts;
import dev.countersign.ci.approval.HeadApproval;
import dev.countersign.ci.approval.HeadContent;
import dev.countersign.ci.approval.Participants;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.ReviewedRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * Judges a merge request by the rules that decide before a deployment, whether it is still open or
 * was merged. Reads only; the repository must have fetched its heads.
 */
public final class RequestJudge {
  private final MergeContents contents;

  public RequestJudge(GitRepository git) {
    this.contents = new MergeContents(git);
  }

  /**
   * Judges a merge request.
   *
   * @param reference what it proposes at its head
   * @param settings of the reference's line, from the protected branch
   * @throws CountersignException {@code NOT_FOUND} if the head is not in the repository, {@code
   *     CONFLICT} if it brings more commits than a merge request has
   */
  public JudgedRequest judge(
      ReviewedRequest request, ModelReference reference, LineSettings settings) {
    BroughtContent atHead = contents.at(request.head(), request.mergeBase());
    Participants participants = Participants.of(reference, request.author(), atHead.people());
    ApprovalFacts facts =
        new ApprovalFacts(
            settings.approvals(), participants, request.head(), compared(request, atHead));
    return new JudgedRequest(reference, settings, atHead, facts, request.waivers());
  }

  private List<HeadApproval> compared(ReviewedRequest request, BroughtContent atHead) {
    return request.approvals().stream()
        .map(approval -> new HeadApproval(approval, compare(approval, request, atHead)))
        .toList();
  }

  private HeadContent compare(Approval approval, ReviewedRequest request, BroughtContent atHead) {
    Optional<CommitId> head = approval.head();
    if (head.isEmpty()) {
      return HeadContent.UNKNOWN;
    }
    if (head.get().equals(request.head())) {
      return HeadContent.SAME;
    }
    try {
      return contents.at(head.get(), request.mergeBase()).blobs().equals(atHead.blobs())
          ? HeadContent.SAME
          : HeadContent.DIFFERENT;
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.CONFLICT) {
        return HeadContent.UNKNOWN;
      }
      throw e;
    }
  }
}
