package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.Permission;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gitlab4j.api.models.AccessLevel;

/**
 * What a token may do in a project: as much as its scopes and the account's role both allow.
 *
 * @param project as GitLab answers
 * @param scopes empty if GitLab does not tell
 * @see <a href="https://docs.gitlab.com/user/permissions/">Roles and permissions</a>
 */
record ProjectAccess(JsonNode project, Optional<Set<String>> scopes) {
  private static final String REMEDY =
      "make a project access token with the role Developer and the scopes \"api\" and"
          + " \"write_repository\"";

  static Set<String> scopes(JsonNode token) {
    Set<String> scopes = new TreeSet<>();
    token.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    return scopes;
  }

  /** The account's access level, by the project or by a group above it. */
  int role() {
    JsonNode permissions = project.path("permissions");
    return Math.max(
        permissions.path("project_access").path("access_level").asInt(),
        permissions.path("group_access").path("access_level").asInt());
  }

  Map<ForgeRight, Permission> rights() {
    Map<ForgeRight, Permission> rights = new EnumMap<>(ForgeRight.class);
    rights.put(ForgeRight.PUSH, allowed("api", "write_repository"));
    rights.put(ForgeRight.MERGE_REQUESTS, mergeRequests());
    rights.put(ForgeRight.STATUSES, allowed("api"));
    rights.put(ForgeRight.DEPLOYMENTS, allowed("api"));
    rights.put(ForgeRight.PIPELINES, pipelines());
    return rights;
  }

  private Permission allowed(String... oneOfScopes) {
    if (project.path("archived").asBoolean()) {
      return Permission.denied("the project is archived", "unarchive the project");
    }
    if (scopes
        .filter(granted -> Set.of(oneOfScopes).stream().noneMatch(granted::contains))
        .isPresent()) {
      return Permission.denied(
          "the token's scopes are \"%s\"".formatted(String.join("\", \"", scopes.orElseThrow())),
          REMEDY);
    }
    if (role() < AccessLevel.DEVELOPER.toValue()) {
      return Permission.denied(
          "its role in the project is below Developer (access level %d)".formatted(role()), REMEDY);
    }
    return scopes.isPresent()
        ? Permission.granted()
        : Permission.untold("GitLab does not tell the token's scopes", REMEDY);
  }

  private Permission mergeRequests() {
    boolean off =
        "disabled".equals(project.path("merge_requests_access_level").asText())
            || (project.has("merge_requests_enabled")
                && !project.path("merge_requests_enabled").asBoolean());
    return off
        ? Permission.denied(
            "the project has merge requests switched off",
            "switch them on under Settings → General → Visibility, project features, permissions")
        : allowed("api");
  }

  private Permission pipelines() {
    if ("disabled".equals(project.path("builds_access_level").asText())) {
      return Permission.denied(
          "the project has CI/CD switched off, so no job deploys what is merged",
          "switch it on under Settings → General → Visibility, project features, permissions");
    }
    return project.path("only_allow_merge_if_pipeline_succeeds").asBoolean()
        ? Permission.untold(
            "the project merges only what a pipeline has passed, and the file that init writes"
                + " starts none for a merge request",
            "give a job of your CI file the rule \"if: $CI_PIPELINE_SOURCE =="
                + " 'merge_request_event'\"")
        : Permission.granted();
  }
}
