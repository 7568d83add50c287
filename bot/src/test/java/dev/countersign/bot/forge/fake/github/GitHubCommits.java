package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Branches with their protection, and commits. */
final class GitHubCommits {
  private static final String BRANCHES = GitHubRepo.PATH + "/branches";

  private final GitHubRepo repo;
  private final GitHubUsers users;

  GitHubCommits(GitHubRepo repo, GitHubUsers users) {
    this.repo = repo;
    this.users = users;
  }

  void on(Api api) {
    api.get(BRANCHES, this::branches);
    api.get(BRANCHES + "/<branch>/protection", this::protection);
    api.get(BRANCHES + "/<branch>", this::branch);
    api.get(GitHubRepo.PATH + "/commits", this::log);
    api.get(GitHubRepo.PATH + "/commits/{sha}", this::commit);
  }

  private Answer branches(Request request) {
    repo.reading(request, "contents");
    List<String> names = List.copyOf(repo.forge().repository().branches().keySet());
    return GitHubPages.of(request, repo, names, this::shortBranch);
  }

  private JsonNode shortBranch(String name) {
    String tip = repo.forge().repository().tip(name).orElseThrow();
    return Json.object()
        .put("name", name)
        .put(
            "commit",
            Json.object().put("sha", tip).put("url", repo.apiUrl() + "/commits/" + tip).node())
        .put("protected", repo.isProtected(name))
        .node();
  }

  private Answer branch(Request request) {
    repo.reading(request, "contents");
    String name = name(request);
    String api = repo.apiUrl() + "/branches/" + name;
    String tip = repo.forge().repository().tip(name).orElseThrow();
    return Answer.ok(
        Json.object()
            .put("name", name)
            .put("commit", json(tip))
            .put(
                "_links",
                Json.object().put("self", api).put("html", repo.webUrl() + "/tree/" + name).node())
            .put("protected", repo.isProtected(name))
            .put("protection", brief(repo.isProtected(name)))
            .put("protection_url", api + "/protection")
            .node());
  }

  private static JsonNode brief(boolean enabled) {
    JsonNode checks =
        Json.object()
            .put("enforcement_level", "off")
            .put("contexts", List.of())
            .put("checks", List.of())
            .node();
    return Json.object().put("enabled", enabled).put("required_status_checks", checks).node();
  }

  private String name(Request request) {
    String name = request.path("branch");
    if (repo.forge().repository().tip(name).isEmpty()) {
      throw GitHubErrors.message(404, "Branch not found");
    }
    return name;
  }

  /** Needs the permission Administration, which few tokens have. */
  private Answer protection(Request request) {
    repo.reading(request, "administration");
    String name = name(request);
    if (!repo.roleOf(request).includes(Role.OWNER)) {
      throw GitHubErrors.notFound();
    }
    if (!repo.isProtected(name)) {
      throw GitHubErrors.message(404, "Branch not protected");
    }
    String api = repo.apiUrl() + "/branches/" + name + "/protection";
    Json json = Json.object().put("url", api);
    if (repo.settings().approvalsRequired() > 0) {
      json.put("required_pull_request_reviews", reviews(api));
    }
    return Answer.ok(
        json.put(
                "enforce_admins",
                Json.object().put("url", api + "/enforce_admins").put("enabled", false).node())
            .put("required_linear_history", enabled(false))
            .put("allow_force_pushes", enabled(false))
            .put("allow_deletions", enabled(false))
            .put("required_conversation_resolution", enabled(false))
            .node());
  }

  private JsonNode reviews(String api) {
    return Json.object()
        .put("url", api + "/required_pull_request_reviews")
        .put("dismiss_stale_reviews", repo.settings().dismissStale())
        .put("require_code_owner_reviews", false)
        .put("required_approving_review_count", repo.settings().approvalsRequired())
        .put("require_last_push_approval", false)
        .node();
  }

  private static JsonNode enabled(boolean yes) {
    return Json.object().put("enabled", yes).node();
  }

  private Answer log(Request request) {
    repo.reading(request, "contents");
    String from = request.queryParam("sha").orElse(repo.defaultBranch());
    RevCommit start = repo.forge().repository().commit(from).orElseThrow(GitHubErrors::notFound);
    List<String> commits = repo.forge().repository().log(start.name(), Optional.empty());
    return GitHubPages.of(request, repo, commits, this::json);
  }

  private Answer commit(Request request) {
    repo.reading(request, "contents");
    String id = repo.commit(request).name();
    JsonNode stats = Json.object().put("additions", 1).put("deletions", 0).put("total", 1).node();
    return Answer.ok(
        Json.object().putAll(json(id)).put("stats", stats).put("files", List.of()).node());
  }

  /** A commit as in a list. */
  JsonNode json(String id) {
    RevCommit commit = repo.forge().repository().commit(id).orElseThrow();
    String api = repo.apiUrl() + "/commits/" + id;
    return Json.object()
        .put("sha", id)
        .put("node_id", "C_" + id)
        .put("commit", git(commit))
        .put("url", api)
        .put("html_url", repo.webUrl() + "/commit/" + id)
        .put("comments_url", api + "/comments")
        .put("author", account(commit.getAuthorIdent()))
        .put("committer", account(commit.getCommitterIdent()))
        .put("parents", parents(commit, "/commits/"))
        .node();
  }

  private JsonNode parents(RevCommit commit, String kind) {
    return Json.array(
        Arrays.asList(commit.getParents()),
        parent ->
            Json.object()
                .put("sha", parent.name())
                .put("url", repo.apiUrl() + kind + parent.name())
                .put("html_url", repo.webUrl() + "/commit/" + parent.name())
                .node());
  }

  /** A commit as the Git database API shows it. */
  JsonNode gitJson(RevCommit commit) {
    ObjectNode json =
        Json.object()
            .put("sha", commit.name())
            .put("node_id", "C_" + commit.name())
            .put("html_url", repo.webUrl() + "/commit/" + commit.name())
            .put("parents", parents(commit, "/git/commits/"))
            .putAll(git(commit))
            .node();
    json.remove("comment_count");
    return json;
  }

  private JsonNode git(RevCommit commit) {
    return Json.object()
        .put("author", ident(commit.getAuthorIdent()))
        .put("committer", ident(commit.getCommitterIdent()))
        .put("message", commit.getFullMessage())
        .put(
            "tree",
            Json.object()
                .put("sha", commit.getTree().name())
                .put("url", repo.apiUrl() + "/git/trees/" + commit.getTree().name())
                .node())
        .put("url", repo.apiUrl() + "/git/commits/" + commit.name())
        .put("comment_count", 0)
        .put(
            "verification",
            Json.object()
                .put("verified", false)
                .put("reason", "unsigned")
                .none("signature", "payload", "verified_at")
                .node())
        .node();
  }

  private static JsonNode ident(PersonIdent ident) {
    return Json.object()
        .put("name", ident.getName())
        .put("email", ident.getEmailAddress())
        .put("date", GitHubTimes.of(ident.getWhenAsInstant()))
        .node();
  }

  /** The account that the e-mail address belongs to. */
  private JsonNode account(PersonIdent ident) {
    return repo.forge().people().members().stream()
        .filter(person -> person.email().equals(ident.getEmailAddress()))
        .findFirst()
        .map(users::simple)
        .orElse(NullNode.getInstance());
  }
}
