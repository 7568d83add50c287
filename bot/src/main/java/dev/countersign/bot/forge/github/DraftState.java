package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.LabelChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a pull request may be merged yet. GitHub changes the draft state by GraphQL only, and has
 * no drafts in private repositories of free plans; there a label and a failing status say it.
 */
final class DraftState {
  private static final Logger LOG = LoggerFactory.getLogger(DraftState.class);
  private static final String TO_DRAFT =
      "mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id})"
          + " { pullRequest { isDraft } } }";
  private static final String TO_READY =
      "mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id})"
          + " { pullRequest { isDraft } } }";

  private final GitHubConnection gitHub;
  private final PullRequests pulls;
  private final CommitStatuses statuses;

  DraftState(GitHubConnection gitHub, PullRequests pulls, CommitStatuses statuses) {
    this.gitHub = gitHub;
    this.pulls = pulls;
    this.statuses = statuses;
  }

  /**
   * Brings labels and draft state up to date.
   *
   * @param labels without the one that says it is blocked
   */
  PullRequest apply(PullRequest pull, List<String> labels, boolean draft) {
    PullRequest now = pull;
    if (pull.draft() != draft && !(draft && pull.labels().contains(PullRequest.BLOCKED))) {
      now = convert(pull, draft);
    }
    boolean byLabel = draft && !now.draft();
    List<String> wanted = new ArrayList<>(labels);
    if (byLabel) {
      wanted.add(PullRequest.BLOCKED);
    }
    LabelChanges changes = LabelChanges.between(now.labels(), wanted);
    if (changes.isNone()) {
      return now;
    }
    if (byLabel || now.labels().contains(PullRequest.BLOCKED)) {
      statuses.report(now.head(), List.of(status(byLabel)));
    }
    return pulls.label(now, changes);
  }

  private PullRequest convert(PullRequest pull, boolean draft) {
    JsonNode answer =
        gitHub.replace(
            "changing the draft state of merge request \"" + pull.number() + "\"",
            "POST",
            gitHub.settings().graphQl(),
            Map.of("query", draft ? TO_DRAFT : TO_READY, "variables", Map.of("id", pull.nodeId())));
    if (answer.path("errors").isEmpty()) {
      return pulls.remember(pull.withDraft(draft));
    }
    LOG.warn(
        "GitHub does not change the draft state of merge request {}: {}",
        pull.number(),
        answer.path("errors").path(0).path("type").asText("unknown"));
    return pull;
  }

  private static CommitStatus status(boolean blocked) {
    return new CommitStatus(
        "countersign/blocked",
        blocked ? CommitStatus.State.FAILURE : CommitStatus.State.SUCCESS,
        blocked ? "Not to be merged yet; the merge request says why" : "Nothing blocks it any more",
        Optional.empty());
  }
}
