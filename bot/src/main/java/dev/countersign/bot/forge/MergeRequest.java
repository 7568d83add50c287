package dev.countersign.bot.forge;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * A merge request as the forge has it.
 *
 * @param head the newest head of the source branch that the merge request knows; kept after closing
 * @param ended who closed or merged it and when; empty while open
 * @param mergeCommit the commit on the target branch; empty unless merged
 */
public record MergeRequest(
    long number,
    String url,
    MergeRequestDraft text,
    State state,
    CommitId head,
    Identity author,
    Optional<Ending> ended,
    Optional<CommitId> mergeCommit) {
  /** Whether it can still be merged. */
  public enum State {
    OPEN,
    MERGED,
    CLOSED
  }

  /**
   * Who ended it.
   *
   * @param byPerson false if the forge or the bot did
   */
  public record Ending(Identity by, boolean byPerson, Instant at) {}
}
