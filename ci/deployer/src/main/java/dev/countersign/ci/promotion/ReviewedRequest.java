package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/**
 * What a merge request, open or merged, brings, and what people said about it.
 *
 * @param head its last head
 * @param mergeBase where the head left the target branch
 * @param author who opened it
 */
public record ReviewedRequest(
    CommitId head,
    CommitId mergeBase,
    Identity author,
    List<Approval> approvals,
    List<Waiver> waivers) {
  public ReviewedRequest {
    approvals = List.copyOf(approvals);
    waivers = List.copyOf(waivers);
  }
}
