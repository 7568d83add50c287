package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.countersign.bot.forge.fake.People;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Optional;

/** Users and collaborators. */
final class GitHubUsers {
  private static final String COLLABORATORS = GitHubRepo.PATH + "/collaborators";

  private final GitHubRepo repo;

  GitHubUsers(GitHubRepo repo) {
    this.repo = repo;
  }

  void on(Api api) {
    api.get("/user", this::self);
    api.get("/users/{login}", this::get);
    api.get(COLLABORATORS, this::collaborators);
    api.get(COLLABORATORS + "/{login}", this::isCollaborator);
    api.get(COLLABORATORS + "/{login}/permission", this::permission);
    api.get("/orgs/{org}/teams/{slug}/members", this::team);
  }

  /** A user as part of something else. */
  JsonNode simple(Person person) {
    String login = person.login().replace("[", "%5B").replace("]", "%5D");
    String api = repo.apiRoot() + "/users/" + login;
    return Json.object()
        .put("login", person.login())
        .put("id", person.id())
        .put("node_id", "U_" + person.id())
        .put("avatar_url", repo.rootUrl() + "/avatars/u/" + person.id())
        .put("gravatar_id", "")
        .put("url", api)
        .put("html_url", repo.rootUrl() + "/" + login)
        .put("followers_url", api + "/followers")
        .put("following_url", api + "/following{/other_user}")
        .put("gists_url", api + "/gists{/gist_id}")
        .put("starred_url", api + "/starred{/owner}{/repo}")
        .put("subscriptions_url", api + "/subscriptions")
        .put("organizations_url", api + "/orgs")
        .put("repos_url", api + "/repos")
        .put("events_url", api + "/events{/privacy}")
        .put("received_events_url", api + "/received_events")
        .put("type", person.bot() ? "Bot" : "User")
        .put("user_view_type", "public")
        .put("site_admin", false)
        .node();
  }

  JsonNode simple(Optional<Person> person) {
    return person.map(this::simple).orElse(NullNode.getInstance());
  }

  private Answer self(Request request) {
    Token token = request.token().orElseThrow(GitHubErrors::requiresAuthentication);
    if (token.kind() == Kind.JOB || token.kind() == Kind.INSTALLATION) {
      throw GitHubRepo.notAccessible(token);
    }
    return Answer.ok(full(token.owner()));
  }

  private Answer get(Request request) {
    return Answer.ok(
        full(
            repo.forge().people().find(request.path("login")).orElseThrow(GitHubErrors::notFound)));
  }

  private JsonNode full(Person person) {
    return Json.object()
        .putAll(simple(person))
        .put("name", person.name())
        .none("company", "location", "email", "hireable", "bio", "twitter_username")
        .put("blog", "")
        .put("public_repos", 0)
        .put("public_gists", 0)
        .put("followers", 0)
        .put("following", 0)
        .put("created_at", "2020-01-01T00:00:00Z")
        .put("updated_at", "2026-01-01T00:00:00Z")
        .node();
  }

  private Answer collaborators(Request request) {
    repo.reading(request, "metadata");
    return GitHubPages.of(request, repo, repo.forge().people().members(), this::collaborator);
  }

  private JsonNode collaborator(Person person) {
    Role role = repo.forge().people().roleOf(person);
    return Json.object()
        .putAll(simple(person))
        .put("permissions", permissions(role))
        .put("role_name", role.permission())
        .node();
  }

  static JsonNode permissions(Role role) {
    return Json.object()
        .put("admin", role.includes(Role.OWNER))
        .put("maintain", role.includes(Role.MAINTAINER))
        .put("push", role.includes(Role.DEVELOPER))
        .put("triage", role.includes(Role.REPORTER))
        .put("pull", role.includes(Role.GUEST))
        .node();
  }

  /** Those who may not know of a team hear that there is none. */
  private Answer team(Request request) {
    Token token = request.token().orElseThrow(GitHubErrors::requiresAuthentication);
    if (!token.has("members:read", "read:org")) {
      throw GitHubRepo.notAccessible(token);
    }
    String path = request.path("org") + "/" + request.path("slug");
    List<Person> members =
        repo.forge().people().group(path, token.owner()).orElseThrow(GitHubErrors::notFound);
    return GitHubPages.of(request, repo, members, this::simple);
  }

  private Answer isCollaborator(Request request) {
    repo.reading(request, "metadata");
    return find(request)
        .filter(person -> repo.forge().people().roleOf(person) != Role.NONE)
        .map(person -> Answer.noContent())
        .orElseThrow(GitHubErrors::notFound);
  }

  private Answer permission(Request request) {
    repo.reading(request, "metadata");
    Person person = find(request).orElseThrow(GitHubErrors::notFound);
    Role role = repo.forge().people().roleOf(person);
    JsonNode user =
        Json.object()
            .putAll(simple(person))
            .put("permissions", permissions(role))
            .put("role_name", role.permission())
            .node();
    return Answer.ok(
        Json.object()
            .put("permission", legacy(role))
            .put("role_name", role.permission())
            .put("user", user)
            .node());
  }

  /**
   * The four permissions of old: {@code maintain} is {@code write}, {@code triage} is {@code read}.
   */
  private static String legacy(Role role) {
    return switch (role) {
      case MAINTAINER -> "write";
      case REPORTER -> "read";
      default -> role.permission();
    };
  }

  private Optional<Person> find(Request request) {
    People people = repo.forge().people();
    return people.find(request.path("login"));
  }
}
