package dev.countersign.bot.forge.inspection;

/** What the forge knows of a person. */
public enum PersonFacts {
  /** There is no such account, or the login may not see it. */
  UNKNOWN,
  /** The account may not write in the project, so its approval does not count. */
  READER,
  /** The account may write in the project. */
  WRITER,
  /** The forge does not tell. */
  UNTOLD
}
