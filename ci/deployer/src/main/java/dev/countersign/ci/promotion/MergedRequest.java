package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;

/**
 * A merge request that was merged.
 *
 * @param number the forge's number of it
 * @param url where a person can look at it
 * @param source the branch it came from
 * @param target the branch it was merged into
 * @param head its last head: what was reviewed
 * @param mergeBase where the head left the target branch
 */
public record MergedRequest(
    long number,
    String url,
    String source,
    String target,
    CommitId head,
    CommitId mergeBase,
    Identity author,
    List<Approval> approvals,
    List<Waiver> waivers,
    Identity mergedBy,
    Instant mergedAt) {
  public MergedRequest {
    approvals = List.copyOf(approvals);
    waivers = List.copyOf(waivers);
  }

  /** What it brought, and what people said about it. */
  public ReviewedRequest reviewed() {
    return new ReviewedRequest(head, mergeBase, author, approvals, waivers);
  }
}
