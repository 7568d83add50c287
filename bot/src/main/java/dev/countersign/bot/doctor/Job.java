package dev.countersign.bot.doctor;

/** Which CI job a token is for; each needs other rights, and must not have the other's. */
public enum Job {
  /** Pushes the bot's branches and opens merge requests. */
  PROPOSE,
  /** Reads merge requests, and writes the deployment log. */
  DEPLOY
}
