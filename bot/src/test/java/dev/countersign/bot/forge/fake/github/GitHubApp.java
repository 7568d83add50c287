package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A GitHub App: who it is, where it is installed, and the tokens that a JWT gets it. */
final class GitHubApp {
  private static final int MAX_SECONDS = 600;

  private final GitHubRepo repo;
  private final GitHubUsers users;

  GitHubApp(GitHubRepo repo, GitHubUsers users) {
    this.repo = repo;
    this.users = users;
  }

  void on(Api api) {
    api.get("/app", this::app);
    api.get(GitHubRepo.PATH + "/installation", this::installation);
    api.get("/app/installations/{installation}", this::installation);
    api.post("/app/installations/{installation}/access_tokens", this::token);
  }

  static boolean isJwt(String presented) {
    return presented.split("\\.", -1).length == 3;
  }

  /**
   * Reads the claims; the signature is not verified. Refuses as GitHub does: {@code iat} in the
   * future, {@code exp} past or more than ten minutes away, an unknown issuer.
   */
  static Token identify(FakeForge forge, String jwt) {
    JsonNode header = part(jwt, 0);
    JsonNode claims = part(jwt, 1);
    long now = forge.clock().instant().getEpochSecond();
    if (!header.path("alg").asText().equals("RS256")
        || jwt.endsWith(".")
        || !claims.path("iss").asText().equals(Long.toString(GitHubTokens.APP_ID))) {
      throw GitHubErrors.message(401, "A JSON web token could not be decoded");
    }
    if (claims.path("iat").asLong() > now) {
      throw GitHubErrors.message(
          401,
          "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
    }
    long exp = claims.path("exp").asLong();
    if (exp <= now) {
      throw GitHubErrors.message(
          401,
          "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
    }
    if (exp > now + MAX_SECONDS) {
      throw GitHubErrors.message(401, "'Expiration time' claim ('exp') is too far in the future");
    }
    Person app = forge.people().get(GitHubTokens.APP_LOGIN);
    return new Token(jwt, app, Kind.APP, Set.of(), Optional.empty());
  }

  private static JsonNode part(String jwt, int index) {
    byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]);
    return Json.parse(new String(json, StandardCharsets.UTF_8));
  }

  private static void requireApp(Request request) {
    if (request.token().filter(token -> token.kind() == Kind.APP).isEmpty()) {
      throw GitHubErrors.message(401, "A JSON web token could not be decoded");
    }
  }

  private Answer app(Request request) {
    requireApp(request);
    return Answer.ok(
        Json.object()
            .put("id", GitHubTokens.APP_ID)
            .put("slug", "countersign")
            .put("node_id", "A_" + GitHubTokens.APP_ID)
            .put("client_id", "Iv1.fake")
            .put("owner", users.simple(repo.forge().system()))
            .put("name", "Countersign")
            .none("description")
            .put("external_url", "https://example.com")
            .put("html_url", repo.rootUrl() + "/apps/countersign")
            .put("created_at", "2024-01-01T00:00:00Z")
            .put("updated_at", "2024-01-01T00:00:00Z")
            .put("permissions", permissions())
            .put("events", List.of())
            .node());
  }

  private static JsonNode permissions() {
    return Json.object()
        .put("contents", "write")
        .put("deployments", "write")
        .put("issues", "write")
        .put("metadata", "read")
        .put("pull_requests", "write")
        .put("statuses", "write")
        .node();
  }

  private Answer installation(Request request) {
    requireApp(request);
    String api = repo.apiRoot() + "/app/installations/" + GitHubTokens.INSTALLATION_ID;
    return Answer.ok(
        Json.object()
            .put("id", GitHubTokens.INSTALLATION_ID)
            .put("account", users.simple(repo.forge().system()))
            .put("repository_selection", "selected")
            .put("access_tokens_url", api + "/access_tokens")
            .put("repositories_url", repo.apiRoot() + "/installation/repositories")
            .put("html_url", repo.rootUrl() + "/settings/installations/1")
            .put("app_id", GitHubTokens.APP_ID)
            .put("target_id", 1)
            .put("target_type", "Organization")
            .put("permissions", permissions())
            .put("events", List.of())
            .put("created_at", "2024-01-01T00:00:00Z")
            .put("updated_at", "2024-01-01T00:00:00Z")
            .none("single_file_name", "suspended_by", "suspended_at")
            .put("app_slug", "countersign")
            .node());
  }

  private Answer token(Request request) {
    requireApp(request);
    if (request.number("installation") != GitHubTokens.INSTALLATION_ID) {
      throw GitHubErrors.notFound();
    }
    Token token =
        GitHubTokens.installation(repo.forge().people(), repo.forge().nextId(), repo.forge().now());
    return Answer.created(
        Json.object()
            .put("token", token.value())
            .put("expires_at", token.expires().map(GitHubTimes::of))
            .put("permissions", permissions())
            .put("repository_selection", "selected")
            .node());
  }
}
