package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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

  private boolean ask(String login) {
    try {
      JsonNode answer =
          gitHub.get(
              "asking what \"" + login + "\" may do",
              "/collaborators/" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "/permission");
      return WRITING.contains(answer.path("permission").asText());
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
