package dev.countersign.bot.review;

import dev.countersign.bot.review.schema.SchemaDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a run besides its reference.
 *
 * @param repeats metrics of trainings with other seeds, by metric
 * @param inputSchema how the serving input differs from the live model's; empty if the two are not
 *     at hand
 */
public record RunDetails(
    Map<String, List<Double>> repeats, Optional<SchemaDifference> inputSchema) {
  /** Nothing is known. */
  public static final RunDetails UNKNOWN = new RunDetails(Map.of(), Optional.empty());

  public RunDetails {
    repeats = Map.copyOf(repeats);
  }
}
