package dev.countersign.bot.forge.inspection;

/** Looks at a project on a forge with the login that the bot has there. */
@FunctionalInterface
public interface ForgeInspection {
  /**
   * What the forge says. Reads only, and may be repeated.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code ACCESS_DENIED} if the login
   *     is refused or may not see the project, {@code REMOTE_UNAVAILABLE}
   */
  ForgeFacts inspect(ForgeQuestions questions);
}
