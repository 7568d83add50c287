package dev.countersign.bot.forge;

import java.net.URI;
import java.util.Optional;

/**
 * A mark beside a commit.
 *
 * @param name stable, such as {@code countersign/diamonds-price/production}, so that it is replaced
 * @param description one line, at most 140 characters
 * @param link where the reader learns more
 */
public record CommitStatus(String name, State state, String description, Optional<URI> link) {
  /** Longest description that every forge keeps. */
  public static final int MAX_DESCRIPTION = 140;

  /** How it stands. */
  public enum State {
    PENDING,
    SUCCESS,
    FAILURE
  }

  public CommitStatus {
    if (name.isBlank() || description.length() > MAX_DESCRIPTION) {
      throw new IllegalArgumentException(
          "a status needs a name and at most %d characters of description, not \"%s\": \"%s\""
              .formatted(MAX_DESCRIPTION, name, description));
    }
  }
}
