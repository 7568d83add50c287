package dev.countersign.bot.forge.fake.http;

import dev.countersign.bot.forge.fake.Token;
import java.util.Optional;

/** How one vendor's server treats every request alike. */
public interface Dialect {
  /**
   * Whose token came with a request; empty without one.
   *
   * @throws ApiError if the token is worthless
   */
  Optional<Token> identify(Request request);

  /** The answer where there is no such endpoint. */
  Answer unknown(Request request);

  /** Adds what every answer carries. */
  Answer finish(Request request, Answer answer);
}
