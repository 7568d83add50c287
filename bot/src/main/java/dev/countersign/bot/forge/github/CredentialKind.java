package dev.countersign.bot.forge.github;

import java.util.Arrays;

/**
 * What sort of credential it is; GitHub says by a prefix.
 *
 * @see <a
 *     href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/">
 *     Token formats</a>
 */
enum CredentialKind {
  FINE_GRAINED("github_pat_", "fine-grained personal access token"),
  CLASSIC("ghp_", "classic personal access token"),
  OAUTH("gho_", "OAuth token"),
  /** A workflow's own token, or an app's that somebody else asked for. */
  INSTALLATION("ghs_", "installation token of a GitHub App"),
  USER_OF_APP("ghu_", "user token of a GitHub App"),
  /** The bot asks for the installation's tokens itself. */
  APP("", "GitHub App"),
  UNKNOWN("", "token of a kind that is not known");

  private final String prefix;
  private final String words;

  CredentialKind(String prefix, String words) {
    this.prefix = prefix;
    this.words = words;
  }

  static CredentialKind of(GitHubCredential credential) {
    if (!(credential instanceof GitHubCredential.Token token)) {
      return APP;
    }
    return Arrays.stream(values())
        .filter(kind -> !kind.prefix.isEmpty())
        .filter(kind -> token.secret().reveal().startsWith(kind.prefix))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** For people. */
  String words() {
    return words;
  }

  /** Whether it acts as a person or a machine account, so that its role counts. */
  boolean actsAsUser() {
    return this != INSTALLATION && this != APP;
  }
}
