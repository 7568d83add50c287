package dev.countersign.bot.forge.fake;

/** How a merge request's commits reach the target. */
public enum MergeMethod {
  /** A commit with two parents. */
  MERGE,
  /** One new commit with the whole change. */
  SQUASH,
  /** Each commit made anew on the target. */
  REBASE
}
