package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.gitlab4j.api.AbstractApi;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;

/** What the SDK has no method or no field for, through the SDK's own client. */
final class RawApi extends AbstractApi {
  private static final MultivaluedMap<String, String> NO_PARAMETERS = new Form().asMap();

  private final Object project;

  RawApi(GitLabApi api, String project) throws GitLabApiException {
    super(api);
    this.project = getProjectIdOrPath(project);
  }

  /** Reads what lies below the API. */
  JsonNode read(String... path) throws GitLabApiException {
    return get(Response.Status.OK, NO_PARAMETERS, (Object[]) path).readEntity(JsonNode.class);
  }

  /** Reads the project. */
  JsonNode project() throws GitLabApiException {
    return get(Response.Status.OK, NO_PARAMETERS, "projects", project).readEntity(JsonNode.class);
  }

  /** Reads a branch, with whether the token may push to it. */
  JsonNode branch(String name) throws GitLabApiException {
    return get(
            Response.Status.OK,
            NO_PARAMETERS,
            "projects",
            project,
            "repository",
            "branches",
            urlEncode(name))
        .readEntity(JsonNode.class);
  }

  /** Reads a list of the project's, up to a hundred entries. */
  JsonNode list(String name) throws GitLabApiException {
    return get(Response.Status.OK, new Form("per_page", "100").asMap(), "projects", project, name)
        .readEntity(JsonNode.class);
  }

  /** Who approved, with {@code approved_at}, which the SDK's model lacks. */
  JsonNode approvals(long number) throws GitLabApiException {
    return get(
            Response.Status.OK,
            NO_PARAMETERS,
            "projects",
            project,
            "merge_requests",
            number,
            "approvals")
        .readEntity(JsonNode.class);
  }

  /** Takes back all approvals; GitLab allows it to the bot users of project and group tokens. */
  void resetApprovals(long number) throws GitLabApiException {
    put(
        Response.Status.ACCEPTED,
        NO_PARAMETERS,
        "projects",
        project,
        "merge_requests",
        number,
        "reset_approvals");
  }

  /** Says where an environment's page is; the SDK's method puts the form into the path. */
  void linkEnvironment(long environment, String page) throws GitLabApiException {
    putWithFormData(
        Response.Status.OK,
        new Form("external_url", page),
        "projects",
        project,
        "environments",
        environment);
  }
}
