package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A merge request that was merged.
 *
 * @param number the forge's number of it
 * @param url where a person can look at it
 * @param source the branch it came from
 * @param target the branch it was merged into
 * @param head its last head: what was reviewed
 * @param mergeBase where the head left the target branch
 * @param launcher who launched the training, as the forge or the proposing job attests
 */
public record MergedRequest(
    long number,
    String url,
    String source,
    String target,
    CommitId head,
    CommitId mergeBase,
    Identity author,
    Optional<Identity> launcher,
    List<Approval> approvals,
    List<Waiver> waivers,
    Identity mergedBy,
    Instant mergedAt) {
  public MergedRequest {
    approvals = List.copyOf(approvals);
    waivers = List.copyOf(waivers);
  }
}
