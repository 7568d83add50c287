package dev.countersign.modelrefs.git.log;

import java.util.List;
import java.util.Optional;

/**
 * The merge request that brought a release.
 *
 * @param number the forge's number of it
 * @param url where a person can look at it
 * @param approvals those that counted
 * @param required how many people had to approve, 0 if nobody had to; empty where it was not
 *     written down
 */
public record ApprovedRequest(
    long number, String url, List<RecordedApproval> approvals, Optional<Integer> required) {
  public ApprovedRequest {
    approvals = List.copyOf(approvals);
  }

  /** Without a word about how many had to approve. */
  public ApprovedRequest(long number, String url, List<RecordedApproval> approvals) {
    this(number, url, approvals, Optional.empty());
  }
}
