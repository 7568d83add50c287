package dev.countersign.bot.forge.github;

/** What goes into the header of the same name. */
@FunctionalInterface
interface Authorization {
  /** The header's value, good for at least the next few minutes. */
  String header();
}
