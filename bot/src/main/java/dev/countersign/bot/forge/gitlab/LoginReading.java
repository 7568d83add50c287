package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.LoginFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What kind of token it is, by the account that it acts as: project and group tokens have bot users
 * of their own.
 *
 * @see <a href="https://docs.gitlab.com/user/project/settings/project_access_tokens/">Bot users</a>
 */
final class LoginReading {
  private LoginReading() {}

  static LoginFacts of(JsonNode user, Optional<JsonNode> token) {
    String scopes =
        token
            .map(
                known ->
                    known.path("scopes").isEmpty()
                        ? " without scopes"
                        : " with " + String.join(", ", ProjectAccess.scopes(known)))
            .orElse("");
    return new LoginFacts(
        kind(user) + scopes,
        Optional.of(user.path("username").asText()),
        token
            .map(known -> known.path("expires_at"))
            .filter(JsonNode::isTextual)
            .map(day -> LocalDate.parse(day.asText()).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static String kind(JsonNode user) {
    String name = user.path("username").asText();
    if (user.path("bot").asBoolean() && name.startsWith("project_")) {
      return "project access token";
    }
    return user.path("bot").asBoolean() && name.startsWith("group_")
        ? "group access token"
        : "personal access token";
  }
}
