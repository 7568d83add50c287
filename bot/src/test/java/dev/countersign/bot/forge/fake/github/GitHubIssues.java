package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.State;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A pull request seen as an issue: assignees, who closed it. */
final class GitHubIssues {
  static final String ONE = GitHubRepo.PATH + "/issues/{number}";

  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final GitHubLabels labels;
  private final GitHubPullWriting writing;
  private final PullJson json;

  GitHubIssues(
      GitHubRepo repo,
      GitHubUsers users,
      GitHubLabels labels,
      GitHubPullWriting writing,
      PullJson json) {
    this.repo = repo;
    this.users = users;
    this.labels = labels;
    this.writing = writing;
    this.json = json;
  }

  void on(Api api) {
    api.get(ONE, request -> Answer.ok(issue(read(request))));
    api.patch(ONE, this::update);
    api.post(ONE + "/assignees", this::assign);
    api.delete(ONE + "/assignees", this::unassign);
  }

  private FakeMergeRequest read(Request request) {
    repo.reading(request, "issues", "pull_requests");
    return repo.pull(request);
  }

  private Answer update(Request request) {
    Person by = repo.writing(request, Role.GUEST, "issues", "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    writing.edit(pull, by, request);
    if (request.has("labels")) {
      labels.set(pull, new LinkedHashSet<>(request.list("labels")));
    }
    if (request.has("assignees")) {
      pull.assignees().clear();
      add(pull, request.list("assignees"));
    }
    return Answer.ok(issue(pull));
  }

  private Answer assign(Request request) {
    repo.writing(request, Role.REPORTER, "issues", "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    add(pull, request.list("assignees"));
    return Answer.created(issue(pull));
  }

  /** Whoever cannot be assigned is left out in silence. */
  private void add(FakeMergeRequest pull, List<String> logins) {
    for (String login : logins) {
      repo.forge()
          .people()
          .find(login)
          .filter(who -> repo.forge().people().roleOf(who) != Role.NONE)
          .ifPresent(pull.assignees()::add);
    }
  }

  private Answer unassign(Request request) {
    repo.writing(request, Role.REPORTER, "issues", "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    List<String> logins = request.list("assignees");
    pull.assignees().removeIf(person -> logins.contains(person.login()));
    return Answer.ok(issue(pull));
  }

  private JsonNode issue(FakeMergeRequest pull) {
    String api = json.issueUrl(pull);
    Optional<String> ended = pull.ending().map(ending -> GitHubTimes.of(ending.at()));
    return Json.object()
        .put("url", api)
        .put("repository_url", repo.apiUrl())
        .put("labels_url", api + "/labels{/name}")
        .put("comments_url", api + "/comments")
        .put("events_url", api + "/events")
        .put("html_url", repo.webUrl() + "/pull/" + pull.number())
        .put("id", pull.globalId())
        .put("node_id", PullJson.nodeId(pull))
        .put("number", pull.number())
        .put("title", pull.title())
        .put("user", users.simple(pull.author()))
        .put("labels", labels.json(pull))
        .put("state", pull.open() ? "open" : "closed")
        .put("locked", false)
        .put("assignee", users.simple(pull.assignees().stream().findFirst()))
        .put("assignees", Json.array(pull.assignees(), users::simple))
        .none("milestone", "active_lock_reason", "performed_via_github_app", "state_reason")
        .put("comments", pull.comments().size())
        .put("created_at", GitHubTimes.of(pull.created()))
        .put("updated_at", GitHubTimes.of(pull.updated()))
        .put("closed_at", ended)
        .put("author_association", json.association(pull.author()))
        .put("draft", pull.draft())
        .put("pull_request", pullLinks(pull))
        .put("body", pull.body())
        .put("closed_by", users.simple(pull.ending().map(ending -> ending.by())))
        .node();
  }

  private JsonNode pullLinks(FakeMergeRequest pull) {
    String page = repo.webUrl() + "/pull/" + pull.number();
    boolean merged = pull.state() == State.MERGED;
    return Json.object()
        .put("url", repo.apiUrl() + "/pulls/" + pull.number())
        .put("html_url", page)
        .put("diff_url", page + ".diff")
        .put("patch_url", page + ".patch")
        .put(
            "merged_at",
            pull.ending().filter(e -> merged).map(ending -> GitHubTimes.of(ending.at())))
        .node();
  }
}
