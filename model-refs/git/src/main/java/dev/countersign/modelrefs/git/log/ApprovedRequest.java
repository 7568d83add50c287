package dev.countersign.modelrefs.git.log;

import java.util.List;

/**
 * The merge request that brought a release.
 *
 * @param number the forge's number of it
 * @param url where a person can look at it
 * @param approvals those that counted
 */
public record ApprovedRequest(long number, String url, List<RecordedApproval> approvals) {
  public ApprovedRequest {
    approvals = List.copyOf(approvals);
  }
}
