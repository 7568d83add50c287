package dev.countersign.bot.forge.inspection;

import java.time.Instant;
import java.util.Optional;

/**
 * Whom the bot acts as.
 *
 * @param kind of token or login, for people, with its scopes where they are known
 * @param name the account; empty if the forge does not tell
 * @param expires empty if it does not expire, or nobody tells
 */
public record LoginFacts(String kind, Optional<String> name, Optional<Instant> expires) {}
