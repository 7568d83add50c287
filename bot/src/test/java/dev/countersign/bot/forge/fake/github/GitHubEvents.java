package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Happening;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issue events API: what happened to a pull request, oldest first. */
final class GitHubEvents {
  private static final Set<String> NO_EVENT = Set.of("pushed", "reviewed");

  private final GitHubRepo repo;
  private final GitHubUsers users;

  GitHubEvents(GitHubRepo repo, GitHubUsers users) {
    this.repo = repo;
    this.users = users;
  }

  void on(Api api) {
    api.get(GitHubIssues.ONE + "/events", this::list);
  }

  private Answer list(Request request) {
    repo.reading(request, "issues", "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    List<Happening> history =
        pull.history().stream().filter(one -> !NO_EVENT.contains(one.kind())).toList();
    return GitHubPages.of(request, repo, history, one -> json(pull, one));
  }

  private JsonNode json(FakeMergeRequest pull, Happening one) {
    boolean commit = one.kind().equals("merged") || one.kind().equals("closed");
    Json json =
        Json.object()
            .put("id", one.id())
            .put("node_id", "E_" + one.id())
            .put("url", repo.apiUrl() + "/issues/events/" + one.id())
            .put("actor", users.simple(one.by()))
            .put("event", one.kind())
            .put(
                "commit_id",
                Optional.of(one.detail()).filter(detail -> commit && !detail.isEmpty()))
            .none("commit_url")
            .put("created_at", GitHubTimes.of(one.at()))
            .none("performed_via_github_app");
    addDetails(json, pull, one);
    return json.node();
  }

  private void addDetails(Json json, FakeMergeRequest pull, Happening one) {
    switch (one.kind()) {
      case "labeled", "unlabeled" ->
          json.put("label", Json.object().put("name", one.detail()).put("color", "ededed").node());
      case "review_requested" ->
          json.put("review_requester", users.simple(one.by()))
              .put("requested_reviewer", users.simple(repo.forge().people().get(one.detail())));
      case "renamed" ->
          json.put(
              "rename", Json.object().put("from", one.detail()).put("to", pull.title()).node());
      case "review_dismissed" ->
          json.put(
              "dismissed_review",
              Json.object()
                  .put("state", "approved")
                  .put("review_id", Long.parseLong(one.detail()))
                  .none("dismissal_message")
                  .node());
      default -> {
        // The others say no more.
      }
    }
  }
}
