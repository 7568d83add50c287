package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import java.util.Optional;

/** The forge, as the CI job step needs it. Read-only; the truth is asked for each time. */
public interface MergeRequests {
  /**
   * The merge request that brought a commit to the protected branch.
   *
   * @param merged a first-parent commit of the protected branch
   * @return empty if none did
   * @throws dev.countersign.modelrefs.error.CountersignException {@code ACCESS_DENIED}, {@code
   *     REMOTE_UNAVAILABLE}
   */
  Optional<MergedRequest> broughtBy(CommitId merged);
}
