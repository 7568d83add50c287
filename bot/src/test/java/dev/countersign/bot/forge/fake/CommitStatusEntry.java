package dev.countersign.bot.forge.fake;

import java.time.Instant;
import java.util.Optional;

/**
 * A status that somebody set beside a commit.
 *
 * @param ref the branch it was set for; GitHub has none
 * @param state in the forge's own words
 */
public record CommitStatusEntry(
    long id,
    String sha,
    Optional<String> ref,
    String name,
    String state,
    Optional<String> description,
    Optional<String> targetUrl,
    Person by,
    Instant at) {}
