package dev.countersign.bot.demo;

import dev.countersign.modelrefs.value.CommitId;

/** The person who looks at a merge request and countersigns it. */
interface Reviewer {
  /**
   * Waits until the merge request is approved and merged.
   *
   * @return the merge commit
   */
  CommitId countersign(long request, StoryRunner runner);
}
