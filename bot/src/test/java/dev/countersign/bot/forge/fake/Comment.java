package dev.countersign.bot.forge.fake;

import java.time.Instant;

/**
 * Something said below a merge request.
 *
 * @param system whether the forge itself says what happened
 */
public record Comment(
    long id, Person author, String body, boolean system, Instant created, Instant updated) {
  /** The same with another text. */
  public Comment edited(String text, Instant at) {
    return new Comment(id, author, text, system, created, at);
  }
}
