package dev.countersign.bot.forge.fake.github;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as GitHub writes them: UTC with whole seconds. */
final class GitHubTimes {
  private GitHubTimes() {}

  static String of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
