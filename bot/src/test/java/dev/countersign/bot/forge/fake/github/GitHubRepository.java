package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;

/** Repositories API. */
final class GitHubRepository {
  private static final List<String> ADDRESSES =
      List.of(
          "archive/{archive_format}{/ref}",
          "assignees{/user}",
          "git/blobs{/sha}:blobs",
          "branches{/branch}",
          "collaborators{/collaborator}",
          "comments{/number}",
          "commits{/sha}",
          "compare/{base}...{head}",
          "contents/{+path}",
          "contributors",
          "deployments",
          "downloads",
          "events",
          "forks",
          "git/commits{/sha}:git_commits",
          "git/refs{/sha}:git_refs",
          "git/tags{/sha}:git_tags",
          "issues/comments{/number}:issue_comment",
          "issues/events{/number}:issue_events",
          "issues{/number}",
          "keys{/key_id}",
          "labels{/name}",
          "languages",
          "merges",
          "milestones{/number}",
          "notifications{?since,all,participating}",
          "pulls{/number}",
          "releases{/id}",
          "stargazers",
          "statuses/{sha}",
          "subscribers",
          "subscription",
          "tags",
          "teams",
          "git/trees{/sha}:trees",
          "hooks");

  private final GitHubRepo repo;
  private final GitHubUsers users;

  GitHubRepository(GitHubRepo repo, GitHubUsers users) {
    this.repo = repo;
    this.users = users;
  }

  void on(Api api) {
    api.get(GitHubRepo.PATH, this::get);
    api.get("/rate_limit", request -> Answer.ok(rateLimit()));
    api.get("/meta", this::meta);
  }

  private Answer get(Request request) {
    repo.reading(request, "metadata");
    return Answer.ok(
        Json.object()
            .putAll(minimal())
            .putAll(more())
            .put("subscribers_count", 0)
            .put("network_count", 0)
            .put("permissions", permissions(request))
            .node());
  }

  private JsonNode permissions(Request request) {
    return GitHubUsers.permissions(repo.roleOf(request));
  }

  /** The repository as part of something else. */
  JsonNode minimal() {
    Json json =
        Json.object()
            .put("id", 1296269)
            .put("node_id", "R_1296269")
            .put("name", repo.settings().repository())
            .put("full_name", repo.settings().fullName())
            .put("owner", owner())
            .put("private", !repo.settings().isPublic())
            .put("html_url", repo.webUrl())
            .none("description")
            .put("fork", false)
            .put("url", repo.apiUrl());
    for (String address : ADDRESSES) {
      String path = address.replaceFirst(":[a-z_]+$", "");
      String name = address.contains(":") ? address.substring(address.indexOf(':') + 1) : path;
      json.put(name.replaceFirst("[/{].*", "") + "_url", repo.apiUrl() + "/" + path);
    }
    return json.node();
  }

  private JsonNode owner() {
    return Json.object()
        .putAll(users.simple(repo.forge().system()))
        .put("login", repo.settings().owner())
        .put("type", "Organization")
        .node();
  }

  /** What a whole repository has besides. */
  JsonNode more() {
    return Json.object()
        .put("clone_url", repo.webUrl() + ".git")
        .put("git_url", "git://example.com/" + repo.settings().fullName() + ".git")
        .put("ssh_url", "git@example.com:" + repo.settings().fullName() + ".git")
        .put("svn_url", repo.webUrl())
        .none("homepage", "language", "mirror_url", "license")
        .put("forks_count", 0)
        .put("stargazers_count", 0)
        .put("watchers_count", 0)
        .put("size", 10)
        .put("default_branch", repo.defaultBranch())
        .put("open_issues_count", 0)
        .put("is_template", false)
        .put("topics", List.of())
        .put("has_issues", true)
        .put("has_projects", true)
        .put("has_wiki", true)
        .put("has_pages", false)
        .put("has_downloads", true)
        .put("has_discussions", false)
        .put("archived", false)
        .put("disabled", false)
        .put("visibility", repo.settings().isPublic() ? "public" : "private")
        .put("pushed_at", GitHubTimes.of(repo.forge().now()))
        .put("created_at", "2024-01-01T00:00:00Z")
        .put("updated_at", "2026-01-01T00:00:00Z")
        .put("allow_forking", true)
        .put("web_commit_signoff_required", false)
        .put("forks", 0)
        .put("open_issues", 0)
        .put("watchers", 0)
        .putAll(merging())
        .node();
  }

  private static JsonNode merging() {
    return Json.object()
        .put("allow_rebase_merge", true)
        .put("allow_squash_merge", true)
        .put("allow_auto_merge", false)
        .put("delete_branch_on_merge", false)
        .put("allow_merge_commit", true)
        .put("allow_update_branch", false)
        .node();
  }

  private JsonNode rateLimit() {
    JsonNode core =
        Json.object()
            .put("limit", 5000)
            .put("remaining", 4999)
            .put("reset", repo.forge().now().getEpochSecond() + 3600)
            .put("used", 1)
            .node();
    return Json.object()
        .put("resources", Json.object().put("core", core).put("search", core).node())
        .put("rate", core)
        .node();
  }

  private Answer meta(Request request) {
    Json json = Json.object().put("verifiable_password_authentication", false);
    if (repo.settings().enterprise()) {
      json.put("installed_version", "3.19.1");
    }
    return Answer.ok(json.node());
  }

  /** How the forge calls somebody's relation to the repository. */
  static String association(Role role) {
    return role == Role.NONE ? "NONE" : "COLLABORATOR";
  }
}
