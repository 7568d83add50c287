package dev.countersign.bot.forge;

import java.util.List;

/** What a forge says about the bot's token and the project; for finding out what will not work. */
public interface ForgeInspection {
  /**
   * Looks; changes nothing. What the token may not see is empty.
   *
   * @param branch that merge requests go to
   * @param people logins to look up
   * @throws dev.countersign.modelrefs.error.CountersignException {@code ACCESS_DENIED} if the token
   *     is refused altogether, {@code NOT_FOUND}, {@code REMOTE_UNAVAILABLE}
   */
  ForgeFacts inspect(String branch, List<String> people);
}
