package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A forge that remembers which merge request brought which commit. */
public final class FakeMergeRequests implements MergeRequests {
  private final Map<CommitId, MergedRequest> merged = new HashMap<>();
  private final Set<CommitId> unavailable = new HashSet<>();

  @Override
  public Optional<MergedRequest> broughtBy(CommitId commit) {
    if (unavailable.contains(commit)) {
      throw new CountersignException(ErrorCode.REMOTE_UNAVAILABLE, "the forge does not answer");
    }
    return Optional.ofNullable(merged.get(commit));
  }

  /** Says that a merge request brought a commit. */
  public void put(CommitId commit, MergedRequest request) {
    merged.put(commit, request);
  }

  /** From now on, asking for a commit fails as if the forge did not answer. */
  public void failFor(CommitId commit) {
    unavailable.add(commit);
  }
}
