package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.CommitStatusEntry;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commit statuses: never changed, the newest of a context counts, at most 1000 of each. */
final class GitHubStatuses {
  private static final Set<String> STATES = Set.of("error", "failure", "pending", "success");
  private static final int MAX_OF_CONTEXT = 1_000;
  private static final int MAX_DESCRIPTION = 140;

  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final GitHubRepository repository;

  GitHubStatuses(GitHubRepo repo, GitHubUsers users, GitHubRepository repository) {
    this.repo = repo;
    this.users = users;
    this.repository = repository;
  }

  void on(Api api) {
    api.post(GitHubRepo.PATH + "/statuses/{sha}", this::create);
    api.get(GitHubRepo.PATH + "/commits/{sha}/statuses", this::list);
    api.get(GitHubRepo.PATH + "/commits/{sha}/status", this::combined);
  }

  private Answer create(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "statuses");
    String sha = repo.commit(request).name();
    String state = request.param("state").orElse("");
    if (!STATES.contains(state)) {
      throw GitHubErrors.custom("Status", "state is not included in the list");
    }
    if (request.param("description").filter(d -> d.length() > MAX_DESCRIPTION).isPresent()) {
      throw GitHubErrors.custom("Status", "description is too long (maximum is 140 characters)");
    }
    if (request.param("target_url").filter(url -> !url.matches("https?://.+")).isPresent()) {
      throw GitHubErrors.custom("Status", "target_url must use http(s) scheme");
    }
    String context = request.param("context").orElse("default");
    if (newestFirst(sha).stream().filter(old -> old.name().equals(context)).count()
        >= MAX_OF_CONTEXT) {
      throw GitHubErrors.custom(
          "Status", "This SHA and context has reached the maximum number of statuses.");
    }
    CommitStatusEntry status =
        new CommitStatusEntry(
            repo.forge().nextId(),
            sha,
            Optional.empty(),
            context,
            state,
            request.param("description"),
            request.param("target_url"),
            by,
            repo.forge().now());
    repo.forge().statuses().add(status);
    return Answer.created(json(status));
  }

  private List<CommitStatusEntry> newestFirst(String sha) {
    List<CommitStatusEntry> all =
        new ArrayList<>(
            repo.forge().statuses().stream().filter(one -> one.sha().equals(sha)).toList());
    Collections.reverse(all);
    return all;
  }

  private Answer list(Request request) {
    repo.reading(request, "statuses");
    String sha = repo.commit(request).name();
    return GitHubPages.of(request, repo, newestFirst(sha), this::json);
  }

  private Answer combined(Request request) {
    repo.reading(request, "statuses");
    String sha = repo.commit(request).name();
    Map<String, CommitStatusEntry> latest = new LinkedHashMap<>();
    newestFirst(sha).forEach(status -> latest.putIfAbsent(status.name(), status));
    return Answer.ok(
        Json.object()
            .put("state", state(latest.values()))
            .put("statuses", Json.array(latest.values(), this::simple))
            .put("sha", sha)
            .put("total_count", latest.size())
            .put("repository", repository.minimal())
            .put("commit_url", repo.apiUrl() + "/commits/" + sha)
            .put("url", repo.apiUrl() + "/commits/" + sha + "/status")
            .node());
  }

  private static String state(Collection<CommitStatusEntry> statuses) {
    if (statuses.stream().anyMatch(one -> Set.of("failure", "error").contains(one.state()))) {
      return "failure";
    }
    boolean waiting = statuses.stream().anyMatch(one -> one.state().equals("pending"));
    return waiting || statuses.isEmpty() ? "pending" : "success";
  }

  private JsonNode json(CommitStatusEntry status) {
    return Json.object().putAll(simple(status)).put("creator", users.simple(status.by())).node();
  }

  private JsonNode simple(CommitStatusEntry status) {
    return Json.object()
        .put("url", repo.apiUrl() + "/statuses/" + status.sha())
        .put("avatar_url", repo.rootUrl() + "/avatars/u/" + status.by().id())
        .put("id", status.id())
        .put("node_id", "SC_" + status.id())
        .put("state", status.state())
        .put("description", status.description())
        .put("target_url", status.targetUrl())
        .put("context", status.name())
        .put("created_at", GitHubTimes.of(status.at()))
        .put("updated_at", GitHubTimes.of(status.at()))
        .node();
  }
}
