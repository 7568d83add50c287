package dev.countersign.bot.propose;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Optional;

/** What is on the bot's branch of a line. */
public sealed interface BranchState {
  /** There is no such branch. */
  record Absent() implements BranchState {}

  /** Only the bot's signed content, and merges of the base. */
  record Ours(CommitId tip) implements BranchState {}

  /**
   * Content that the bot did not sign; the bot leaves it alone, unless it is what the bot proposes:
   * a forge's rebase makes the bot's commit anew, without its signature.
   *
   * @param reference what it proposes, if it changes nothing but the reference
   */
  record Foreign(CommitId tip, String author, Optional<ModelReference> reference)
      implements BranchState {}
}
