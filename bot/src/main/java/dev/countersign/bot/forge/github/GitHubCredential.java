package dev.countersign.bot.forge.github;

import dev.countersign.bot.transport.Secret;

/** As whom the bot acts. */
public sealed interface GitHubCredential {
  /** A personal, fine-grained or installation token, or a workflow's {@code GITHUB_TOKEN}. */
  record Token(Secret secret) implements GitHubCredential {}

  /**
   * A GitHub App that is installed in the repository.
   *
   * @param appId the app's id or client id
   * @param privateKey as GitHub gives it: PEM, PKCS #1 or PKCS #8
   */
  record App(String appId, Secret privateKey) implements GitHubCredential {
    public App {
      if (!appId.matches("[A-Za-z0-9.]{1,40}")) {
        throw new IllegalArgumentException("\"" + appId + "\" is not the id of a GitHub App");
      }
    }
  }
}
