package dev.countersign.bot.forge.local;

import dev.countersign.ci.promotion.Identity;
import java.net.URI;
import java.time.Clock;

/**
 * What the local forge must be told.
 *
 * @param bot who the bot is; a merge request that the bot closes is not rejected by a person
 * @param page where the review page answers, for links; ends with a slash
 * @param clock for the times of events
 * @param deleteMergedBranches whether merging deletes the bot's branch
 */
public record LocalForgeSettings(
    Identity bot, URI page, Clock clock, boolean deleteMergedBranches) {
  public LocalForgeSettings {
    if (!page.getPath().endsWith("/")) {
      throw new IllegalArgumentException("\"" + page + "\" must end with a slash");
    }
  }

  String urlOf(long number) {
    return page.resolve("merge-requests/" + number).toString();
  }
}
