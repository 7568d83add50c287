package dev.countersign.bot.forge.fake;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A secret that stands for somebody.
 *
 * @param scopes in the forge's own words
 */
public record Token(
    String value, Person owner, Kind kind, Set<String> scopes, Optional<Instant> expires) {
  /** What sort of token; forges treat each differently. */
  public enum Kind {
    PERSONAL,
    PROJECT,
    DEPLOY,
    JOB,
    APP,
    INSTALLATION
  }

  public Token {
    scopes = Set.copyOf(scopes);
  }

  /** Whether one of these scopes was granted. */
  public boolean has(String... oneOf) {
    return Set.of(oneOf).stream().anyMatch(scopes::contains);
  }

  /** Says whose token it is, never the token. */
  @Override
  public String toString() {
    return kind + " token of " + owner.login() + " " + scopes;
  }
}
