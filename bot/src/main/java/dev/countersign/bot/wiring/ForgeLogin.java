package dev.countersign.bot.wiring;

import dev.countersign.bot.transport.Secret;

/** How the bot proves to a forge who it is. Never printed (invariant I13). */
public sealed interface ForgeLogin {
  /** Nothing is given; the local forge needs nothing. */
  record None() implements ForgeLogin {}

  /** A personal, project, group or bot token. */
  record AccessToken(Secret token) implements ForgeLogin {}

  /** The token that a CI gives each job: short-lived, and with few rights. */
  record JobToken(Secret token) implements ForgeLogin {}

  /**
   * A GitHub App, which gets a token for its installation.
   *
   * @param id the App's id or client id
   * @param privateKey PEM
   */
  record GitHubApp(String id, Secret privateKey) implements ForgeLogin {}
}
