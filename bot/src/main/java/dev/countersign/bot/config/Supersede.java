package dev.countersign.bot.config;

/** When a newer candidate takes the place of the one under review. */
public enum Supersede {
  /** Always; approvals given to the older one end. */
  NEWEST,
  /** If its primary metric is better than that of the one under review, on the same rows. */
  BETTER,
  /** Not while the one under review has an approval. */
  HOLD_DURING_REVIEW
}
