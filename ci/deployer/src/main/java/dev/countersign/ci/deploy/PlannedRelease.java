package dev.countersign.ci.deploy;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.git.BlobId;
import java.util.List;

/**
 * A release that a plan has in mind for a target.
 *
 * @param blob of the release's reference
 * @param verification of the release
 */
public record PlannedRelease(
    LineTarget place, TargetSpec target, Release release, BlobId blob, Verification verification) {
  /** The approvals that counted. */
  public List<Approval> approvals() {
    return verification.approval().map(decision -> decision.counted()).orElse(List.of());
  }

  /** The logins of those whose approval counted. */
  public List<String> approvedBy() {
    return approvals().stream().map(approval -> approval.by().login()).toList();
  }
}
