package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;

/** Projects API and protected branches API. */
final class GitLabProjects {
  private final GitLabProject project;

  GitLabProjects(GitLabProject project) {
    this.project = project;
  }

  void on(Api api) {
    api.get(GitLabProject.PATH, this::get);
    api.get(GitLabProject.PATH + "/protected_branches", this::protectedBranches);
    api.get(GitLabProject.PATH + "/protected_branches/{branch}", this::protectedBranch);
    api.get(GitLabProject.PATH + "/approval_rules", this::approvalRules);
  }

  private Answer get(Request request) {
    project.checkVisible(request);
    String path = project.settings().projectPath();
    return Answer.ok(
        Json.object()
            .put("id", GitLabSettings.PROJECT_ID)
            .none("description")
            .put("name", name(path))
            .put("name_with_namespace", path.replace("/", " / "))
            .put("path", name(path))
            .put("path_with_namespace", path)
            .put("created_at", "2024-01-01T00:00:00.000Z")
            .put("default_branch", project.defaultBranch())
            .put("tag_list", List.of())
            .put("topics", List.of())
            .put("ssh_url_to_repo", "git@gitlab.example.com:" + path + ".git")
            .put("http_url_to_repo", project.webUrl() + ".git")
            .put("web_url", project.webUrl())
            .none("readme_url", "avatar_url")
            .put("forks_count", 0)
            .put("star_count", 0)
            .put("last_activity_at", GitLabTimes.of(project.forge().now()))
            .put("visibility", project.settings().isPublic() ? "public" : "private")
            .put("namespace", namespace(path))
            .putAll(features())
            .put("permissions", permissions(request))
            .node());
  }

  private static JsonNode features() {
    return Json.object()
        .put("empty_repo", false)
        .put("archived", false)
        .put("issues_enabled", true)
        .put("merge_requests_enabled", true)
        .put("jobs_enabled", true)
        .put("merge_requests_access_level", "enabled")
        .put("repository_access_level", "enabled")
        .put("builds_access_level", "enabled")
        .put("environments_access_level", "enabled")
        .put("merge_method", "merge")
        .put("squash_option", "default_off")
        .put("only_allow_merge_if_pipeline_succeeds", false)
        .put("only_allow_merge_if_all_discussions_are_resolved", false)
        .put("remove_source_branch_after_merge", true)
        .node();
  }

  private JsonNode namespace(String path) {
    String group = path.substring(0, path.lastIndexOf('/'));
    return Json.object()
        .put("id", 77)
        .put("name", name(group))
        .put("path", name(group))
        .put("kind", "group")
        .put("full_path", group)
        .none("parent_id", "avatar_url")
        .put("web_url", project.rootUrl() + "/groups/" + group)
        .node();
  }

  private JsonNode permissions(Request request) {
    Role role = project.roleOf(request);
    JsonNode access =
        Json.object().put("access_level", role.accessLevel()).put("notification_level", 3).node();
    Json permissions = Json.object();
    if (role == Role.NONE) {
      permissions.none("project_access");
    } else {
      permissions.put("project_access", access);
    }
    return permissions.none("group_access").node();
  }

  private Answer protectedBranches(Request request) {
    project.require(request, Role.REPORTER);
    return GitLabPages.of(request, project, project.protectedBranches().all(), this::protection);
  }

  private Answer protectedBranch(Request request) {
    project.require(request, Role.REPORTER);
    return project.protectedBranches().all().stream()
        .filter(rule -> rule.pattern().equals(request.path("branch")))
        .findFirst()
        .map(rule -> Answer.ok(protection(rule)))
        .orElseThrow(GitLabErrors::notFound);
  }

  /** Not on the free tier. */
  private Answer approvalRules(Request request) {
    if (!project.settings().isPaid()) {
      throw GitLabErrors.error(404, "404 Not Found");
    }
    project.require(request, Role.REPORTER);
    return GitLabPages.of(request, project, List.of(1), this::anyApprover);
  }

  private JsonNode anyApprover(int required) {
    return Json.object()
        .put("id", 61)
        .put("name", "All Members")
        .put("rule_type", "any_approver")
        .none("report_type")
        .put("eligible_approvers", List.of())
        .put("approvals_required", required)
        .put("users", List.of())
        .put("groups", List.of())
        .put("contains_hidden_groups", false)
        .put("protected_branches", List.of())
        .put("applies_to_all_protected_branches", false)
        .node();
  }

  private JsonNode protection(ProtectedBranches.Rule rule) {
    return Json.object()
        .put("id", 31 + project.protectedBranches().all().indexOf(rule))
        .put("name", rule.pattern())
        .put("push_access_levels", List.of(level(rule.push())))
        .put("merge_access_levels", List.of(level(rule.merge())))
        .put("allow_force_push", false)
        .node();
  }

  private static JsonNode level(Role role) {
    return Json.object()
        .put("id", role.accessLevel())
        .put("access_level", role.accessLevel())
        .put("access_level_description", role == Role.MAINTAINER ? "Maintainers" : role.name())
        .none("deploy_key_id", "user_id", "group_id")
        .node();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
