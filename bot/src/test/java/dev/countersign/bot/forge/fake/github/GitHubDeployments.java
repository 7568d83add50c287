package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deployments API. */
final class GitHubDeployments {
  private static final String ALL = GitHubRepo.PATH + "/deployments";
  private static final String ONE = ALL + "/{deployment}";
  private static final Set<String> STATES =
      Set.of("error", "failure", "inactive", "in_progress", "queued", "pending", "success");

  /** How a deployment stood at some time. */
  private record Status(
      long id,
      String state,
      String description,
      String logUrl,
      String environmentUrl,
      Person by,
      Instant at) {}

  /** One deployment with its statuses, oldest first. */
  private record Deployment(
      long id,
      String sha,
      String ref,
      String task,
      String environment,
      String description,
      Person by,
      Instant at,
      List<Status> statuses) {}

  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final List<Deployment> deployments = new ArrayList<>();

  GitHubDeployments(GitHubRepo repo, GitHubUsers users) {
    this.repo = repo;
    this.users = users;
  }

  void on(Api api) {
    api.get(ALL, this::list);
    api.post(ALL, this::create);
    api.get(ONE, request -> Answer.ok(json(find(request))));
    api.get(ONE + "/statuses", this::statuses);
    api.post(ONE + "/statuses", this::report);
  }

  private Answer list(Request request) {
    repo.reading(request, "deployments");
    List<Deployment> found =
        new ArrayList<>(
            deployments.stream()
                .filter(one -> request.queryParam("sha").map(one.sha()::equals).orElse(true))
                .filter(one -> request.queryParam("ref").map(one.ref()::equals).orElse(true))
                .filter(
                    one ->
                        request
                            .queryParam("environment")
                            .map(one.environment()::equals)
                            .orElse(true))
                .toList());
    Collections.reverse(found);
    return GitHubPages.of(request, repo, found, this::json);
  }

  private Answer create(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "deployments");
    String ref =
        request
            .param("ref")
            .orElseThrow(() -> GitHubErrors.invalid("Deployment", "ref", "missing_field"));
    String sha =
        repo.forge()
            .repository()
            .commit(ref)
            .orElseThrow(() -> GitHubErrors.message(422, "No ref found for: " + ref))
            .name();
    requireContexts(request, sha);
    Deployment deployment =
        new Deployment(
            repo.forge().nextId(),
            sha,
            ref,
            request.param("task").orElse("deploy"),
            request.param("environment").orElse("production"),
            request.param("description").orElse(""),
            by,
            repo.forge().now(),
            new ArrayList<>());
    deployments.add(deployment);
    return Answer.created(json(deployment));
  }

  /** Unless {@code required_contexts} is empty, every status of the commit must be a success. */
  private void requireContexts(Request request, String sha) {
    boolean waived =
        request.body().path("required_contexts").isArray()
            && request.body().path("required_contexts").isEmpty();
    boolean open =
        repo.forge().statuses().stream()
            .anyMatch(status -> status.sha().equals(sha) && !status.state().equals("success"));
    if (!waived && open) {
      throw GitHubErrors.message(
          409, "Conflict: Commit status checks failed for " + sha.substring(0, 7));
    }
  }

  private Deployment find(Request request) {
    repo.reading(request, "deployments");
    return deployments.stream()
        .filter(one -> one.id() == request.number("deployment"))
        .findFirst()
        .orElseThrow(GitHubErrors::notFound);
  }

  private Answer statuses(Request request) {
    Deployment deployment = find(request);
    List<Status> newestFirst = new ArrayList<>(deployment.statuses());
    Collections.reverse(newestFirst);
    return GitHubPages.of(request, repo, newestFirst, status -> json(deployment, status));
  }

  private Answer report(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "deployments");
    Deployment deployment = find(request);
    String state = request.param("state").orElse("");
    if (!STATES.contains(state)) {
      throw GitHubErrors.custom("DeploymentStatus", "state is not included in the list");
    }
    Status status =
        new Status(
            repo.forge().nextId(),
            state,
            request.param("description").orElse(""),
            request.param("log_url").or(() -> request.param("target_url")).orElse(""),
            request.param("environment_url").orElse(""),
            by,
            repo.forge().now());
    deployment.statuses().add(status);
    return Answer.created(json(deployment, status));
  }

  private JsonNode json(Deployment one) {
    String api = repo.apiUrl() + "/deployments/" + one.id();
    return Json.object()
        .put("url", api)
        .put("id", one.id())
        .put("node_id", "DE_" + one.id())
        .put("task", one.task())
        .put("original_environment", one.environment())
        .put("environment", one.environment())
        .put("description", one.description())
        .put("created_at", GitHubTimes.of(one.at()))
        .put("updated_at", GitHubTimes.of(one.at()))
        .put("statuses_url", api + "/statuses")
        .put("repository_url", repo.apiUrl())
        .put("creator", users.simple(one.by()))
        .put("sha", one.sha())
        .put("ref", one.ref())
        .put("payload", Map.of())
        .put("transient_environment", false)
        .put("production_environment", one.environment().equals("production"))
        .none("performed_via_github_app")
        .node();
  }

  private JsonNode json(Deployment deployment, Status status) {
    String api = repo.apiUrl() + "/deployments/" + deployment.id();
    return Json.object()
        .put("url", api + "/statuses/" + status.id())
        .put("id", status.id())
        .put("node_id", "DES_" + status.id())
        .put("state", status.state())
        .put("creator", users.simple(status.by()))
        .put("description", status.description())
        .put("environment", deployment.environment())
        .put("target_url", status.logUrl())
        .put("created_at", GitHubTimes.of(status.at()))
        .put("updated_at", GitHubTimes.of(status.at()))
        .put("deployment_url", api)
        .put("repository_url", repo.apiUrl())
        .put("environment_url", status.environmentUrl())
        .put("log_url", status.logUrl())
        .none("performed_via_github_app")
        .node();
  }
}
