package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Environments API and deployments API. */
final class GitLabDeployments {
  private static final String ENVIRONMENTS = GitLabProject.PATH + "/environments";
  private static final String DEPLOYMENTS = GitLabProject.PATH + "/deployments";
  private static final Set<String> STATES = Set.of("running", "success", "failed", "canceled");

  /** A place to deploy to. */
  private record Environment(long id, String name, Optional<String> url, Instant created) {}

  /** One deployment to it. */
  private record Deployment(
      long id,
      String environment,
      String sha,
      String ref,
      boolean tag,
      String status,
      Person by,
      Instant created,
      Instant updated) {}

  private final GitLabProject project;
  private final GitLabUsers users;
  private final Map<String, Environment> environments = new LinkedHashMap<>();
  private final List<Deployment> deployments = new ArrayList<>();

  GitLabDeployments(GitLabProject project, GitLabUsers users) {
    this.project = project;
    this.users = users;
  }

  void on(Api api) {
    api.get(ENVIRONMENTS, this::environments);
    api.post(ENVIRONMENTS, this::createEnvironment);
    api.get(ENVIRONMENTS + "/{number}", request -> Answer.ok(json(environment(request))));
    api.put(ENVIRONMENTS + "/{number}", this::updateEnvironment);
    api.get(DEPLOYMENTS, this::deployments);
    api.post(DEPLOYMENTS, this::deploy);
    api.get(DEPLOYMENTS + "/{number}", request -> Answer.ok(json(deployment(request))));
    api.put(DEPLOYMENTS + "/{number}", this::update);
  }

  private Answer environments(Request request) {
    project.checkVisible(request);
    List<Environment> found =
        environments.values().stream()
            .filter(one -> request.param("name").map(one.name()::equals).orElse(true))
            .filter(one -> request.param("search").map(one.name()::contains).orElse(true))
            .toList();
    return GitLabPages.of(request, project, found, this::json);
  }

  private Answer createEnvironment(Request request) {
    project.require(request, Role.DEVELOPER);
    String name =
        request.param("name").orElseThrow(() -> GitLabErrors.error(400, "name is missing"));
    if (environments.containsKey(name)) {
      throw GitLabErrors.invalid("name", "has already been taken");
    }
    checkName(name);
    return Answer.created(json(ensure(name, request.param("external_url"))));
  }

  private static void checkName(String name) {
    if (!name.matches("[a-zA-Z0-9_/\\-${}. ]+") || name.startsWith("/") || name.endsWith("/")) {
      throw GitLabErrors.invalid(
          "name",
          "can contain only letters, digits, '-', '_', '/', '$', '{', '}', '.', and spaces, but"
              + " it cannot start or end with '/'");
    }
  }

  private Environment ensure(String name, Optional<String> url) {
    return environments.computeIfAbsent(
        name, n -> new Environment(project.forge().nextId(), n, url, project.forge().now()));
  }

  private Environment environment(Request request) {
    project.checkVisible(request);
    return environments.values().stream()
        .filter(one -> one.id() == request.number("number"))
        .findFirst()
        .orElseThrow(() -> GitLabErrors.notFound("Environment"));
  }

  private Answer updateEnvironment(Request request) {
    project.require(request, Role.DEVELOPER);
    Environment old = environment(request);
    Environment updated =
        new Environment(
            old.id(), old.name(), request.param("external_url").or(old::url), old.created());
    environments.put(old.name(), updated);
    return Answer.ok(json(updated));
  }

  private Answer deployments(Request request) {
    project.checkVisible(request);
    List<Deployment> found =
        new ArrayList<>(
            deployments.stream()
                .filter(
                    one -> request.param("environment").map(one.environment()::equals).orElse(true))
                .filter(one -> request.param("status").map(one.status()::equals).orElse(true))
                .toList());
    if (request.param("sort").filter("desc"::equals).isPresent()) {
      java.util.Collections.reverse(found);
    }
    return GitLabPages.of(request, project, found, this::json);
  }

  private Answer deploy(Request request) {
    Person by = project.require(request, Role.DEVELOPER);
    for (String name : List.of("environment", "sha", "ref", "tag", "status")) {
      if (request.param(name).isEmpty()) {
        throw GitLabErrors.error(400, name + " is missing");
      }
    }
    String sha = request.param("sha").orElseThrow();
    if (project.forge().repository().commit(sha).isEmpty()) {
      throw GitLabErrors.message(
          400, Json.object().put("sha", List.of("The commit does not exist")).node());
    }
    String environment = request.param("environment").orElseThrow();
    checkName(environment);
    ensure(environment, Optional.empty());
    Instant now = project.forge().now();
    Deployment deployment =
        new Deployment(
            project.forge().nextId(),
            environment,
            sha,
            request.param("ref").orElseThrow(),
            request.flag("tag").orElse(false),
            status(request),
            by,
            now,
            now);
    deployments.add(deployment);
    return Answer.created(json(deployment));
  }

  private static String status(Request request) {
    return request
        .param("status")
        .filter(STATES::contains)
        .orElseThrow(() -> GitLabErrors.error(400, "status does not have a valid value"));
  }

  private Deployment deployment(Request request) {
    project.checkVisible(request);
    return deployments.stream()
        .filter(one -> one.id() == request.number("number"))
        .findFirst()
        .orElseThrow(() -> GitLabErrors.notFound("Deployment"));
  }

  private Answer update(Request request) {
    project.require(request, Role.DEVELOPER);
    Deployment old = deployment(request);
    String status = status(request);
    if (old.status().equals(status)) {
      throw GitLabErrors.message(
          400, "Cannot transition status via :%s from :%s".formatted(event(status), status));
    }
    Deployment updated =
        new Deployment(
            old.id(),
            old.environment(),
            old.sha(),
            old.ref(),
            old.tag(),
            status,
            old.by(),
            old.created(),
            project.forge().now());
    deployments.replaceAll(one -> one.id() == old.id() ? updated : one);
    return Answer.ok(json(updated));
  }

  private static String event(String status) {
    return Map.of("running", "run", "success", "succeed", "failed", "drop", "canceled", "cancel")
        .get(status);
  }

  private JsonNode json(Environment environment) {
    return Json.object()
        .put("id", environment.id())
        .put("name", environment.name())
        .put(
            "slug",
            environment.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
        .put("external_url", environment.url())
        .put("created_at", GitLabTimes.of(environment.created()))
        .put("updated_at", GitLabTimes.of(environment.created()))
        .put("tier", environment.name().contains("production") ? "production" : "other")
        .put("state", "available")
        .none("description", "auto_stop_at", "last_deployment")
        .put("auto_stop_setting", "always")
        .node();
  }

  private JsonNode json(Deployment deployment) {
    return Json.object()
        .put("id", deployment.id())
        .put("iid", deployments.indexOf(deployment) + 1)
        .put("ref", deployment.ref())
        .put("sha", deployment.sha())
        .put("created_at", GitLabTimes.of(deployment.created()))
        .put("updated_at", GitLabTimes.of(deployment.updated()))
        .put("user", users.basic(deployment.by()))
        .put("environment", json(environments.get(deployment.environment())))
        .none("deployable")
        .put("status", deployment.status())
        .node();
  }
}
