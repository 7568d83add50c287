package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks people for a review, and assigns the pull request to the first of them. */
final class ReviewRequests {
  private static final int UNPROCESSABLE = 422;

  private final GitHubConnection gitHub;
  private final PullRequests pulls;
  private final Reviews reviews;

  ReviewRequests(GitHubConnection gitHub, PullRequests pulls, Reviews reviews) {
    this.gitHub = gitHub;
    this.pulls = pulls;
    this.reviews = reviews;
  }

  /** The logins that GitHub does not know, or that may not review. */
  List<String> ask(long number, List<String> logins) {
    PullRequest pull = pulls.get(number);
    List<String> possible =
        logins.stream()
            .filter(login -> !login.equalsIgnoreCase(pull.author().login()))
            .distinct()
            .toList();
    List<String> missing = without(possible, Set.copyOf(pull.asked()));
    if (!missing.isEmpty()) {
      missing = without(missing, reviews.reviewers(number));
    }
    List<String> refused = request(pull, missing);
    possible.stream()
        .filter(login -> !refused.contains(login))
        .findFirst()
        .filter(first -> without(List.of(first), Set.copyOf(pull.assigned())).size() == 1)
        .ifPresent(first -> assign(pull, first));
    return refused;
  }

  /** All at once; where one of them is refused, GitHub asks nobody, so then one by one. */
  private List<String> request(PullRequest pull, List<String> logins) {
    if (logins.isEmpty() || accepted(pull, logins)) {
      return List.of();
    }
    if (logins.size() == 1) {
      return logins;
    }
    List<String> refused = new ArrayList<>();
    for (String login : logins) {
      if (!accepted(pull, List.of(login))) {
        refused.add(login);
      }
    }
    return refused;
  }

  private boolean accepted(PullRequest pull, List<String> logins) {
    try {
      JsonNode answer =
          gitHub.replace(
              "asking for reviews of merge request \"" + pull.number() + "\"",
              "POST",
              gitHub.settings().api("/pulls/" + pull.number() + "/requested_reviewers"),
              Map.of("reviewers", logins));
      pulls.remember(PullRequest.of(answer));
      return true;
    } catch (CountersignException e) {
      if (PullRequests.status(e) == UNPROCESSABLE) {
        return false;
      }
      throw e;
    }
  }

  private void assign(PullRequest pull, String login) {
    gitHub.replace(
        "assigning merge request \"" + pull.number() + "\"",
        "POST",
        gitHub.settings().api("/issues/" + pull.number() + "/assignees"),
        Map.of("assignees", List.of(login)));
  }

  private static List<String> without(List<String> logins, Set<String> others) {
    Set<String> lower =
        others.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return logins.stream()
        .filter(login -> !lower.contains(login.toLowerCase(Locale.ROOT)))
        .toList();
  }
}
