package dev.countersign.bot.config;

/** What a chat can be told; written with hyphens in the configuration. */
public enum NoticeKind {
  /** A candidate is up for review. */
  PROPOSED,
  /** A gate failed. */
  BLOCKED,
  /** A newer candidate took the place of the one under review. */
  SUPERSEDED,
  /** Somebody approved. */
  APPROVED,
  /** Somebody closed the merge request. */
  REJECTED,
  /** Nobody has decided for long. */
  STALE,
  /** A training run failed. */
  RUN_FAILED,
  /** A target serves the new version. */
  DEPLOYED,
  /** A deployment did not come about; what served before still serves. */
  DEPLOY_FAILED,
  /** The new version was not healthy; the one before serves again. */
  ROLLED_BACK
}
