package dev.countersign.bot.propose;

import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.text.MarkdownText;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a forge's user expects to see beside a merge request: who is asked for review, commit
 * statuses, a comment where a person must act. A right that the bot's token lacks is a warning,
 * because none of this decides anything.
 */
public final class PromotionSignals {
  private final Optional<ForgeSignals> signals;

  /**
   * @param signals empty on a forge that has none
   */
  public PromotionSignals(Optional<ForgeSignals> signals) {
    this.signals = signals;
  }

  /**
   * Shows an open merge request's state.
   *
   * @param approvers whose review is asked for
   * @param waivers those that count for the candidate
   * @return what could not be shown, one sentence each
   */
  List<String> show(
      MergeRequest request,
      ProposalPlan.Promotion promotion,
      List<String> approvers,
      List<Waiver> waivers) {
    List<String> warnings = new ArrayList<>();
    signals.ifPresent(
        forge -> {
          if (replacesContent(promotion)) {
            permitted(warnings, () -> forge.resetApprovals(request.number()));
          }
          if (!promotion.draft()) {
            permitted(warnings, () -> askForReview(forge, request, approvers, warnings));
          }
          permitted(
              warnings,
              () ->
                  forge.report(
                      request.head(),
                      PromotionStatuses.of(promotion.reference(), waivers, page(request))));
        });
    return List.copyOf(warnings);
  }

  /** Says on the merge request that the bot keeps its hands off a branch that a person changed. */
  List<String> leftAlone(MergeRequest request, BranchState.Foreign branch) {
    List<String> warnings = new ArrayList<>();
    String sentence =
        "%s pushed to this branch (%s), so Countersign leaves it alone. An approval of it will not count, and it will not be deployed. Delete the branch, and the next candidate gets a merge request of its own; this one, as it was before, is proposed again with --again."
            .formatted(MarkdownText.inline(branch.author()), branch.tip().shortHex());
    signals.ifPresent(
        forge ->
            permitted(warnings, () -> forge.comment(request.number(), "left-alone", sentence)));
    return List.copyOf(warnings);
  }

  private static boolean replacesContent(ProposalPlan.Promotion promotion) {
    return !promotion.keepCommit() && promotion.branch() instanceof BranchState.Ours;
  }

  private static void askForReview(
      ForgeSignals forge, MergeRequest request, List<String> approvers, List<String> warnings) {
    List<String> unknown = forge.askForReview(request.number(), approvers);
    if (!unknown.isEmpty()) {
      warnings.add(
          "these approvers are unknown to the forge or may not review: "
              + String.join(", ", unknown));
    }
  }

  private static void permitted(List<String> warnings, Runnable call) {
    try {
      call.run();
    } catch (CountersignException e) {
      if (e.code() != ErrorCode.ACCESS_DENIED) {
        throw e;
      }
      warnings.add(e.explanation());
    }
  }

  private static Optional<URI> page(MergeRequest request) {
    return Optional.of(URI.create(request.url()));
  }
}
