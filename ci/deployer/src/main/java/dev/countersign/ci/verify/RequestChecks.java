package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.approval.ApprovalFacts;
import dev.countersign.ci.approval.ApprovalRules;
import dev.countersign.ci.approval.HeadApproval;
import dev.countersign.ci.approval.HeadContent;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the merge request that brought a reference: its content, its approvals, its gates. */
final class RequestChecks {
  private final MergeContents contents;
  private final GitCommit merged;
  private final ModelReference reference;
  private final CheckList checks;

  RequestChecks(
      ProtectedBranch branch, GitCommit merged, ModelReference reference, CheckList checks) {
    this.contents = new MergeContents(branch.git());
    this.merged = merged;
    this.reference = reference;
    this.checks = checks;
  }

  /** Adds the checks; the decision is empty if the head cannot be read. */
  Optional<ApprovalDecision> verify(MergedRequest request, LineSettings settings) {
    Optional<BroughtContent> atHead =
        checks.attempt(CheckName.CONTENT, () -> contents.at(request.head(), request.mergeBase()));
    atHead.ifPresent(content -> checkContent(content, settings));
    return atHead.map(content -> checkApprovals(content, request, settings));
  }

  private void checkContent(BroughtContent atHead, LineSettings settings) {
    Map<String, Optional<BlobId>> brought = MergeContents.mergedBy(merged);
    checks.add(MergeChecks.signed(atHead.commits(), settings.approvals().botKeys()));
    checks.add(MergeChecks.paths(reference.line(), atHead.blobs().keySet(), brought.keySet()));
    checks.add(MergeChecks.content(atHead.blobs(), brought));
  }

  private ApprovalDecision checkApprovals(
      BroughtContent atHead, MergedRequest request, LineSettings settings) {
    ApprovalFacts facts =
        new ApprovalFacts(
            settings.approvals(),
            request.author(),
            reference.provenance().launchers(),
            atHead.people(),
            request.head(),
            request.approvals().stream()
                .map(approval -> new HeadApproval(approval, compare(approval, request, atHead)))
                .toList());
    ApprovalDecision decision = ApprovalRules.decide(facts);
    checks.add(approved(decision));
    if (reference.origin() != Origin.ROLLBACK) {
      checkGates(facts, request, settings, decision);
    }
    return decision;
  }

  private void checkGates(
      ApprovalFacts facts,
      MergedRequest request,
      LineSettings settings,
      ApprovalDecision decision) {
    List<Waiver> waivers =
        ApprovalRules.countingWaivers(facts, request.waivers(), reference.artifact().digest());
    checks.add(
        GateChecks.judge(
            GateChecks.recompute(settings.gates(), reference.evaluation()), waivers, decision));
  }

  private HeadContent compare(Approval approval, MergedRequest request, BroughtContent atHead) {
    Optional<CommitId> head = approval.head();
    if (head.isEmpty()) {
      return HeadContent.UNKNOWN;
    }
    try {
      return contents.at(head.get(), request.mergeBase()).blobs().equals(atHead.blobs())
          ? HeadContent.SAME
          : HeadContent.DIFFERENT;
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return HeadContent.UNKNOWN;
      }
      throw e;
    }
  }

  private static Check approved(ApprovalDecision decision) {
    return decision instanceof ApprovalDecision.Approved
        ? new Check.Passed(CheckName.APPROVED, decision.explanation())
        : new Check.Failed(CheckName.APPROVED, ErrorCode.NOT_APPROVED, decision.explanation());
  }
}
