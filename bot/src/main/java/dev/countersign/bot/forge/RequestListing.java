package dev.countersign.bot.forge;

import java.time.Instant;
import java.util.List;

/**
 * The merge requests of a forge at one look, for whoever asks what has become of all of them; what
 * concerns one line is found by its branch, with {@link Forge#of}. The call may be repeated.
 * Failures of the forge are {@code ACCESS_DENIED} or {@code REMOTE_UNAVAILABLE}.
 */
public interface RequestListing {
  /**
   * Every open merge request of the project's own branches, and every other one that changed at a
   * time or later, newest first. Costs a request per page, whatever is in the pages; heads are not
   * brought into the repository.
   */
  List<ListedRequest> openOrChangedSince(Instant time);
}
