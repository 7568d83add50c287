package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Optional;

/** Users API and members API. */
final class GitLabUsers {
  private final GitLabProject project;

  GitLabUsers(GitLabProject project) {
    this.project = project;
  }

  void on(Api api) {
    api.get("/user", request -> Answer.ok(self(project.user(request))));
    api.get("/users", this::find);
    api.get("/users/{user}", this::get);
    api.get(GitLabProject.PATH + "/members", this::members);
    api.get(GitLabProject.PATH + "/members/all", this::members);
    api.get(GitLabProject.PATH + "/members/{user}", this::member);
    api.get("/groups/{id}/members/all", this::groupMembers);
    api.get(GitLabProject.PATH + "/members/all/{user}", this::member);
  }

  /** A user as part of something else. */
  JsonNode basic(Person person) {
    return Json.object()
        .put("id", person.id())
        .put("username", person.login())
        .put("public_email", "")
        .put("name", person.name())
        .put("state", "active")
        .put("locked", false)
        .put("avatar_url", project.rootUrl() + "/uploads/-/system/user/avatar/" + person.id())
        .put("web_url", project.rootUrl() + "/" + person.login())
        .node();
  }

  JsonNode basic(Optional<Person> person) {
    return person.map(this::basic).orElse(Json.object().none("x").node().get("x"));
  }

  private JsonNode self(Person person) {
    return Json.object()
        .putAll(basic(person))
        .put("created_at", "2020-01-01T00:00:00.000Z")
        .put("bio", "")
        .put("bot", person.bot())
        .put("email", person.email())
        .put("commit_email", person.email())
        .put("two_factor_enabled", false)
        .put("external", false)
        .put("is_admin", false)
        .node();
  }

  private Answer find(Request request) {
    project.user(request);
    Optional<String> username = request.param("username");
    List<Person> found =
        username
            .map(login -> project.forge().people().find(login).stream().toList())
            .orElseGet(() -> project.forge().people().members());
    return GitLabPages.of(request, project, found, this::basic);
  }

  private Answer get(Request request) {
    project.user(request);
    Person person =
        project
            .forge()
            .people()
            .find(request.number("user"))
            .orElseThrow(() -> GitLabErrors.notFound("User"));
    return Answer.ok(Json.object().putAll(basic(person)).put("bot", person.bot()).node());
  }

  private Answer members(Request request) {
    project.checkVisible(request);
    List<Long> ids = request.list("user_ids").stream().map(Long::valueOf).toList();
    Optional<String> query = request.param("query");
    List<Person> members =
        project.forge().people().members().stream()
            .filter(person -> ids.isEmpty() || ids.contains(person.id()))
            .filter(person -> query.map(person.login()::contains).orElse(true))
            .toList();
    return GitLabPages.of(request, project, members, this::membership);
  }

  private Answer groupMembers(Request request) {
    List<Person> members =
        project
            .forge()
            .people()
            .group(request.path("id"), project.user(request))
            .orElseThrow(() -> GitLabErrors.notFound("Group"));
    return GitLabPages.of(request, project, members, this::membership);
  }

  private Answer member(Request request) {
    project.checkVisible(request);
    return project
        .forge()
        .people()
        .find(request.number("user"))
        .filter(person -> project.forge().people().roleOf(person) != Role.NONE)
        .map(person -> Answer.ok(membership(person)))
        .orElseThrow(GitLabErrors::notFound);
  }

  private JsonNode membership(Person person) {
    return Json.object()
        .putAll(basic(person))
        .put("access_level", project.forge().people().roleOf(person).accessLevel())
        .put("created_at", "2024-01-01T00:00:00.000Z")
        .none("expires_at")
        .put("membership_state", "active")
        .node();
  }
}
