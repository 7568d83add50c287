package dev.countersign.bot.review;

import java.util.List;

/**
 * What was before the candidate.
 *
 * @param candidates that the same merge request proposed before, the newest first
 * @param versions the verdict's metric of what was merged before, on the candidate's own evaluation
 *     rows, the oldest first
 */
public record Past(List<EarlierCandidate> candidates, List<VersionPoint> versions) {
  /** Nothing. */
  public static final Past NONE = new Past(List.of(), List.of());

  public Past {
    candidates = List.copyOf(candidates);
    versions = List.copyOf(versions);
  }
}
