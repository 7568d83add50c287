package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.promotion.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who ended a pull request, from its issue events. When its branch is deleted GitHub closes an open
 * one in the name of whoever deleted it; that is this person's decision.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/issue-event-types">Issue event
 *     types</a>
 */
final class Endings {
  /** Stands for who merged where nobody asked. */
  private static final Identity NOT_ASKED = new Identity("unknown", Optional.empty());

  private final GitHubConnection gitHub;
  private final BotLogin bot;

  Endings(GitHubConnection gitHub, BotLogin bot) {
    this.gitHub = gitHub;
    this.bot = bot;
  }

  /** One that costs no request: by whom is unknown. */
  static Optional<MergeRequest.Ending> unasked(PullRequest pull) {
    return pull.endedAt().map(at -> new MergeRequest.Ending(NOT_ASKED, false, at));
  }

  /** Empty while it is open. */
  Optional<MergeRequest.Ending> of(PullRequest pull) {
    return pull.endedAt().map(at -> ending(pull, at));
  }

  private MergeRequest.Ending ending(PullRequest pull, Instant at) {
    List<JsonNode> events =
        gitHub.list(
            "asking who ended merge request \"" + pull.number() + "\"",
            "/issues/" + pull.number() + "/events");
    String wanted = pull.mergeCommit().isPresent() ? "merged" : "closed";
    Optional<JsonNode> last = last(events, wanted);
    Identity by = PullRequest.identity(last.map(e -> e.path("actor")).orElse(none()));
    boolean person =
        by.id().isPresent()
            && !last.orElse(none()).path("actor").path("type").asText().equals("Bot")
            && !bot.is(by);
    return new MergeRequest.Ending(by, person, at);
  }

  private static Optional<JsonNode> last(List<JsonNode> events, String kind) {
    return events.stream()
        .filter(event -> event.path("event").asText().equals(kind))
        .reduce((one, later) -> later);
  }

  private static JsonNode none() {
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }
}
