package dev.countersign.bot.forge.github;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.util.Optional;

/** Who the bot is on GitHub; asked for once, and only where the settings do not say. */
final class BotLogin {
  /** A workflow's default token may not ask who it is; this is its account. */
  private static final String ACTIONS = "github-actions[bot]";

  private final GitHubConnection gitHub;
  private Optional<String> known;

  BotLogin(GitHubConnection gitHub) {
    this.gitHub = gitHub;
    this.known = gitHub.settings().botLogin();
  }

  /** Whether somebody is the bot. */
  boolean is(Identity somebody) {
    if (known.isEmpty()) {
      known = Optional.of(ask());
    }
    return known.get().equalsIgnoreCase(somebody.login());
  }

  private String ask() {
    if (gitHub.settings().credential() instanceof GitHubCredential.App) {
      return gitHub.appLogin();
    }
    try {
      return gitHub
          .get("asking who the bot is", URI.create(gitHub.settings().apiUrl() + "/user"))
          .path("login")
          .asText();
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.ACCESS_DENIED && PullRequests.status(e) == 403) {
        return ACTIONS;
      }
      throw e;
    }
  }
}
