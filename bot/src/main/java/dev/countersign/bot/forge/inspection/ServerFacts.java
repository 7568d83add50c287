package dev.countersign.bot.forge.inspection;

import java.time.Duration;
import java.util.Optional;

/**
 * The forge itself.
 *
 * @param name for people, with its version where it tells
 * @param branchRules where a person sets the rules of branches, in the forge's own words
 * @param clockAhead how far this machine's clock is ahead of the server's, negative if it is
 *     behind; empty if the server does not tell the time
 */
public record ServerFacts(String name, String branchRules, Optional<Duration> clockAhead) {}
