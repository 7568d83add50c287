package dev.countersign.bot.config;

import java.time.Instant;
import java.util.Optional;

/**
 * A public key whose signature makes a commit the bot's.
 *
 * @param publicKey in OpenSSH form, without comment
 * @param from valid from this time on, included; empty: always
 * @param until valid before this time; empty: for ever
 */
public record BotKey(String publicKey, Optional<Instant> from, Optional<Instant> until) {
  /** Whether a signature made at a time counts. */
  public boolean validAt(Instant time) {
    return from.map(start -> !time.isBefore(start)).orElse(true)
        && until.map(time::isBefore).orElse(true);
  }
}
