package dev.countersign.bot.forge.gitlab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gitlab4j.api.models.MergeRequest;

/**
 * Merge requests as this process read them last, so that one run does not ask for the same twice. A
 * stale one does no harm: opening is refused where one is open, and answers are read again.
 */
final class KnownRequests {
  private final MergeRequestCalls calls;
  private final Map<Long, MergeRequest> byNumber = new HashMap<>();
  private final Set<String> listed = new HashSet<>();

  KnownRequests(MergeRequestCalls calls) {
    this.calls = calls;
  }

  /** Reads all of a branch. */
  List<MergeRequest> list(String branch) {
    byNumber.values().removeIf(request -> branch.equals(request.getSourceBranch()));
    List<MergeRequest> found = calls.of(branch);
    found.forEach(this::remember);
    listed.add(branch);
    return found;
  }

  /** The one that is open for a branch, as it is or as it was when the branch was listed. */
  Optional<MergeRequest> open(String branch) {
    if (!listed.contains(branch)) {
      list(branch);
    }
    return byNumber.values().stream()
        .filter(request -> branch.equals(request.getSourceBranch()))
        .filter(request -> "opened".equals(request.getState()))
        .findFirst();
  }

  /** One by its number. */
  MergeRequest get(long number) {
    MergeRequest known = byNumber.get(number);
    return known == null ? remember(calls.get(number)) : known;
  }

  /** Keeps an answer. */
  MergeRequest remember(MergeRequest request) {
    byNumber.put(request.getIid(), request);
    return request;
  }
}
