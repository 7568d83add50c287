package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Json;
import java.time.Instant;

/** Answers to order that GitHub gives to whoever asks too much. */
public final class GitHubFaults {
  private static final String DOCUMENTATION =
      "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

  private GitHubFaults() {}

  /** Too many requests at once; says when to come back. */
  public static Answer secondaryRateLimit(int retryAfterSeconds) {
    return limited("You have exceeded a secondary rate limit. Please wait a few minutes.")
        .with("retry-after", Integer.toString(retryAfterSeconds));
  }

  /** All requests of the hour are used. */
  public static Answer primaryRateLimit(Instant reset) {
    return limited("API rate limit exceeded for user ID 101.")
        .with("x-ratelimit-limit", "5000")
        .with("x-ratelimit-remaining", "0")
        .with("x-ratelimit-reset", Long.toString(reset.getEpochSecond()));
  }

  private static Answer limited(String message) {
    return Answer.json(
        403, Json.object().put("message", message).put("documentation_url", DOCUMENTATION).node());
  }
}
