package dev.countersign.bot.forge.fake.gitlab;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as GitLab writes them: UTC with milliseconds. */
final class GitLabTimes {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private GitLabTimes() {}

  static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
