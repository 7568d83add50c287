package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.value.CommitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reviews: GitHub keeps with each the commit that it was given for. */
final class Reviews {
  private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

  /** A comment takes no approval back. */
  private static final Set<String> DECIDING = Set.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED");

  private final GitHubConnection gitHub;

  Reviews(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /** The approvals of those whose last word is one, oldest first. */
  List<Approval> approvals(long number, Predicate<Identity> mayWrite) {
    return lastWords(number).values().stream()
        .filter(Reviews::approves)
        .map(review -> approval(review, mayWrite))
        .sorted(java.util.Comparator.comparing(Approval::at))
        .toList();
  }

  /** Who has reviewed, in any way. */
  Set<String> reviewers(long number) {
    return list(number).stream()
        .map(review -> PullRequest.identity(review.path("user")).login())
        .collect(Collectors.toSet());
  }

  /** Dismisses approvals of other heads than the current one, as far as GitHub lets the bot. */
  void dismissOutdated(PullRequest pull) {
    lastWords(pull.number()).values().stream()
        .filter(Reviews::approves)
        .filter(review -> !review.path("commit_id").asText().equals(pull.head().hex()))
        .forEach(review -> dismiss(pull.number(), review.path("id").asLong()));
  }

  private void dismiss(long number, long review) {
    try {
      gitHub.replace(
          "dismissing an approval of an earlier head of merge request \"" + number + "\"",
          "PUT",
          gitHub.settings().api("/pulls/" + number + "/reviews/" + review + "/dismissals"),
          Map.of("message", "The candidate was replaced by a newer one.", "event", "DISMISS"));
    } catch (CountersignException e) {
      if (!Set.of(403, 404, 422).contains(PullRequests.status(e))) {
        throw e;
      }
      LOG.warn("{}", e.getMessage());
    }
  }

  private Map<Identity, JsonNode> lastWords(long number) {
    Map<Identity, JsonNode> last = new LinkedHashMap<>();
    list(number).stream()
        .filter(review -> DECIDING.contains(review.path("state").asText()))
        .forEach(review -> last.put(PullRequest.identity(review.path("user")), review));
    return last;
  }

  private List<JsonNode> list(long number) {
    return gitHub.list(
        "reading the reviews of merge request \"" + number + "\"", "/pulls/" + number + "/reviews");
  }

  private static boolean approves(JsonNode review) {
    return review.path("state").asText().equals("APPROVED") && review.hasNonNull("submitted_at");
  }

  private static Approval approval(JsonNode review, Predicate<Identity> mayWrite) {
    Identity by = PullRequest.identity(review.path("user"));
    boolean counts = mayWrite.test(by);
    return AnswerForm.of("a review", () -> approval(review, by, counts));
  }

  private static Approval approval(JsonNode review, Identity by, boolean mayWrite) {
    Optional<CommitId> head =
        review.hasNonNull("commit_id")
            ? Optional.of(new CommitId(review.path("commit_id").asText()))
            : Optional.empty();
    return new Approval(
        by, head, PullRequest.time(review.path("submitted_at")).orElseThrow(), false, mayWrite);
  }
}
