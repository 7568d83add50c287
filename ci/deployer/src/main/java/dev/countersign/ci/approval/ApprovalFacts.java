package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/**
 * All that decides whose approval of a merge request counts.
 *
 * @param policy of the environment, from the protected branch
 * @param participants who cannot approve, whatever the policy says
 * @param head the last head of the merge request
 * @param approvals in order of time
 */
public record ApprovalFacts(
    ApprovalPolicy policy, Participants participants, CommitId head, List<HeadApproval> approvals) {
  public ApprovalFacts {
    approvals = List.copyOf(approvals);
  }
}
