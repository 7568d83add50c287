package dev.countersign.bot.propose;

import dev.countersign.bot.forge.MergeRequest;
import java.util.List;
import java.util.Optional;

/**
 * What became of a run for one line.
 *
 * @param plan what was decided
 * @param request the merge request; empty where there is none, and in a dry run
 * @param warnings what could not be shown beside the merge request; changes no outcome
 */
public record Proposal(ProposalPlan plan, Optional<MergeRequest> request, List<String> warnings) {
  public Proposal {
    warnings = List.copyOf(warnings);
  }

  /** What would become of a run; nothing was done. */
  public static Proposal planned(ProposalPlan plan) {
    return new Proposal(plan, Optional.empty(), List.of());
  }
}
