package dev.countersign.bot.scaffold;

/** What the CI of a repository does for Countersign. */
public enum CiTask {
  /** Makes a bundle of what the training leaves, and proposes it. */
  PROPOSE,
  /** Deploys what is merged; belongs where the references are. */
  DEPLOY
}
