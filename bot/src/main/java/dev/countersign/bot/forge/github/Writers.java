package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may write to the repository; asked for once per person. */
final class Writers {
  /** GitHub shows the role maintain as the permission write. */
  private static final Set<String> WRITING = Set.of("admin", "maintain", "write");

  private final GitHubConnection gitHub;
  private final Map<String, Boolean> asked = new HashMap<>();

  Writers(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  boolean mayWrite(Identity somebody) {
    return asked.computeIfAbsent(somebody.login(), this::ask);
  }

  /** What an account may do in the words of old; empty if there is no such account. */
  Optional<String> permission(String login) {
    try {
      JsonNode answer =
          gitHub.get(
              "asking what \"" + login + "\" may do",
              "/collaborators/" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "/permission");
      return Optional.of(answer.path("permission").asText());
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether a permission includes writing. */
  static boolean writes(String permission) {
    return WRITING.contains(permission);
  }

  private boolean ask(String login) {
    return permission(login).filter(Writers::writes).isPresent();
  }
}
