package dev.countersign.bot.forge.fake;

/**
 * Somebody who would have got a notification because of a text.
 *
 * @param name what follows the at sign: a login, a group, {@code all}
 * @param where such as {@code description of 3}
 */
public record Mention(String name, Person by, String where) {}
