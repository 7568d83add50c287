package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.List;

/** What has to be so before the local forge merges: its branch protection. */
@FunctionalInterface
public interface MergeRule {
  /** Drafts are not merged; everything else is. */
  MergeRule NO_DRAFTS =
      (request, conversation) ->
          request.text().draft()
              ? List.of(
                  new Objection(
                      ErrorCode.GATE_FAILED,
                      "merge request %d is a draft".formatted(request.number())))
              : List.of();

  /** Everything that stands against merging now; empty if it may be merged. */
  List<Objection> objections(MergeRequest request, Conversation conversation);
}
