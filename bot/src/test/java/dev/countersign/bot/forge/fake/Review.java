package dev.countersign.bot.forge.fake;

import java.time.Instant;

/**
 * A judgement about a merge request.
 *
 * @param head the newest commit when it was given
 */
public record Review(long id, Person by, State state, String body, String head, Instant at) {
  /** GitHub's words; an approval on GitLab is {@code APPROVED}. */
  public enum State {
    APPROVED,
    CHANGES_REQUESTED,
    COMMENTED,
    PENDING,
    DISMISSED
  }

  /** The same in another state. */
  public Review in(State other) {
    return new Review(id, by, other, body, head, at);
  }
}
