package dev.countersign.bot.review;

import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.List;
import java.util.Optional;

/**
 * What a review is made from.
 *
 * @param candidate the reference that is proposed; its origin says whether it is a rollback
 * @param live the reference that is live in the same environment; empty before the first deployment
 * @param judging the rules it was judged by
 * @param merging what happens on a merge, and who may allow it
 * @param past what was before
 * @param run what is known of the run besides its reference
 */
public record ReviewInput(
    ModelReference candidate,
    Optional<ModelReference> live,
    Judging judging,
    Merging merging,
    Pictures pictures,
    Past past,
    RunDetails run) {
  /**
   * The rules that a candidate was judged by.
   *
   * @param gates of the configuration, in its order
   * @param waivers those that count: bound to the candidate's digest, given by someone whose
   *     approval would count
   * @param candidatesJudged how many candidates this evaluation set has judged before
   */
  public record Judging(List<GateSpec> gates, List<Waiver> waivers, long candidatesJudged) {
    public Judging {
      gates = List.copyOf(gates);
      waivers = List.copyOf(waivers);
    }
  }

  /**
   * What happens on a merge.
   *
   * @param approvals whose approval is asked for, and how many
   * @param targets the names of the targets, in the order of deployment
   * @param commands to copy
   */
  public record Merging(RequiredApprovals approvals, List<String> targets, Commands commands) {
    public Merging {
      targets = List.copyOf(targets);
    }
  }

  /**
   * Commands as the reader types them.
   *
   * @param rollback goes back to what is live now, once this is merged; empty for a first model
   * @param waive lets one failed gate pass; the reader puts in the gate's id and the reason
   * @param everything shows the whole review where a merge request has no room for it
   */
  public record Commands(
      Optional<String> rollback, Optional<String> waive, Optional<String> everything) {
    /** None. */
    public static final Commands NONE =
        new Commands(Optional.empty(), Optional.empty(), Optional.empty());
  }

  Optional<Evaluation> evaluation() {
    return candidate.evaluation();
  }
}
