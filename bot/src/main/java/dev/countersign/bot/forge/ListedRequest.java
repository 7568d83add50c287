package dev.countersign.bot.forge;

import java.time.Instant;

/**
 * A merge request in a list.
 *
 * @param request who ended it may be left out of it, as if the forge had: {@link Forge#of} says
 * @param openedAt as the forge's clock has it
 * @param changedAt when anything about it last changed, an approval or a comment included
 */
public record ListedRequest(MergeRequest request, Instant openedAt, Instant changedAt) {}
