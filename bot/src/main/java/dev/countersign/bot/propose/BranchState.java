package dev.countersign.bot.propose;

import dev.countersign.modelrefs.value.CommitId;

/** What is on the bot's branch of a line. */
public sealed interface BranchState {
  /** There is no such branch. */
  record Absent() implements BranchState {}

  /** Only the bot's signed content, and merges of the base. */
  record Ours(CommitId tip) implements BranchState {}

  /** Somebody pushed content of their own; the bot leaves it alone. */
  record Foreign(CommitId tip, String author) implements BranchState {}
}
