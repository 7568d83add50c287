package dev.countersign.bot.chat;

import java.util.Optional;

/**
 * A training run.
 *
 * @param address where the run says it can be looked at; a link only if the policy allows it
 */
public record RunLink(String id, Optional<String> address) {}
