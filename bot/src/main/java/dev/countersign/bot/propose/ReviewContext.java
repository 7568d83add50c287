package dev.countersign.bot.propose;

import dev.countersign.bot.review.RunDetails;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.List;
import java.util.Optional;

/**
 * What the reader of a review must know beside the candidate.
 *
 * @param live the reference that is live in the environment
 * @param waivers those bound to the candidate's digest
 * @param candidatesJudged how many other candidates these evaluation rows have judged
 * @param earlier what was there before
 * @param run what is known of the run besides its reference
 */
public record ReviewContext(
    Optional<ModelReference> live,
    List<Waiver> waivers,
    long candidatesJudged,
    Earlier earlier,
    RunDetails run) {
  public ReviewContext {
    waivers = List.copyOf(waivers);
  }

  /** Of a promotion that no run is at hand for. */
  public static ReviewContext withoutRun(
      Optional<ModelReference> live, List<Waiver> waivers, long judged, Earlier earlier) {
    return new ReviewContext(live, waivers, judged, earlier, RunDetails.UNKNOWN);
  }
}
