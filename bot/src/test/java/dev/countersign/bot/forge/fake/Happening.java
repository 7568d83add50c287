package dev.countersign.bot.forge.fake;

import java.time.Instant;

/**
 * An entry of a merge request's history.
 *
 * @param kind GitHub's word for it, such as {@code closed} or {@code reopened}
 * @param detail a label, a login, a commit; may be empty
 */
public record Happening(long id, String kind, Person by, String detail, Instant at) {}
