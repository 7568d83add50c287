package dev.countersign.bot.propose;

import dev.countersign.bot.forge.MergeRequest;
import java.util.Optional;

/**
 * What became of a run for one line.
 *
 * @param plan what was decided
 * @param request the merge request; empty where there is none, and in a dry run
 */
public record Proposal(ProposalPlan plan, Optional<MergeRequest> request) {}
