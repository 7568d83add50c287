package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one comment of the bot about a topic. A marker that nobody sees tells it from others; only
 * the bot's own comments are looked at, so a marker that somebody else writes changes nothing.
 */
final class TopicComment {
  private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{1,60}");

  private final GitHubConnection gitHub;
  private final BotLogin bot;

  TopicComment(GitHubConnection gitHub, BotLogin bot) {
    this.gitHub = gitHub;
    this.bot = bot;
  }

  /** Says it, unless it is said; edits the comment of this topic, if there is one. */
  void say(long number, String topic, String markdown) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException("\"" + topic + "\" is not a topic");
    }
    String marker = "<!-- countersign:" + topic + " -->";
    String body = marker + "\n\n" + markdown.stripTrailing();
    String what = "commenting on merge request \"" + number + "\"";
    Optional<JsonNode> said = find(number, marker);
    if (said.isEmpty()) {
      gitHub.change(
          what,
          () -> find(number, marker),
          "POST",
          gitHub.settings().api("/issues/" + number + "/comments"),
          Map.of("body", body));
    } else if (!text(said.get()).equals(body)) {
      long id = said.get().path("id").asLong();
      gitHub.replace(
          what, "PATCH", gitHub.settings().api("/issues/comments/" + id), Map.of("body", body));
    }
  }

  private Optional<JsonNode> find(long number, String marker) {
    return gitHub
        .list(
            "reading the comments of merge request \"" + number + "\"",
            "/issues/" + number + "/comments")
        .stream()
        .filter(comment -> text(comment).startsWith(marker))
        .filter(comment -> bot.is(PullRequest.identity(comment.path("user"))))
        .findFirst();
  }

  private static String text(JsonNode comment) {
    return comment.path("body").asText("").replace("\r\n", "\n").stripTrailing();
  }
}
