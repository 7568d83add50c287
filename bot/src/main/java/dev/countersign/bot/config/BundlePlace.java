package dev.countersign.bot.config;

import java.time.Duration;

/**
 * Where runs that nobody waits for leave their bundles.
 *
 * @param folder every folder in it is one run bundle; relative to where the job runs
 * @param failedAfter a bundle without a report, of which nothing has changed for this long, is a
 *     run that failed
 */
public record BundlePlace(String folder, Duration failedAfter) {
  /** How long a run may be silent unless the configuration says otherwise. */
  public static final Duration SILENCE = Duration.ofHours(24);
}
