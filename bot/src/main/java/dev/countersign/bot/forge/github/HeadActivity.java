package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.HeadHistory;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Which head a branch had when, from the repository's activity: the one place where GitHub tells
 * when a push arrived (a commit's own times are its author's word).
 *
 * @see <a href="https://docs.github.com/en/rest/repos/repos#list-repository-activities">List
 *     repository activities</a>
 */
final class HeadActivity {
  private static final String NONE = "0".repeat(40);

  private final GitHubConnection gitHub;

  HeadActivity(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /** Empty where the server does not tell it; then no time has a known head. */
  HeadHistory of(PullRequest pull) {
    String branch = pull.text().source();
    try {
      return new HeadHistory(
          gitHub
              .list(
                  "asking when branch \"" + branch + "\" was pushed",
                  "/activity?ref="
                      + URLEncoder.encode("refs/heads/" + branch, StandardCharsets.UTF_8))
              .stream()
              .filter(one -> one.path("after").asText().length() == NONE.length())
              .filter(one -> !one.path("after").asText().equals(NONE))
              .map(one -> AnswerForm.of("an activity", () -> head(one)))
              .toList());
    } catch (CountersignException e) {
      if (Set.of(403, 404).contains(PullRequests.status(e))) {
        return new HeadHistory(List.of());
      }
      throw e;
    }
  }

  private static HeadHistory.Head head(JsonNode activity) {
    return new HeadHistory.Head(
        new CommitId(activity.path("after").asText()),
        PullRequest.time(activity.path("timestamp")).orElseThrow());
  }
}
