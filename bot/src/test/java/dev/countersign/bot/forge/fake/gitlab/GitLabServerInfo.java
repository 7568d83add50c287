package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.Optional;
import java.util.TreeSet;

/** What the server says of itself and of the token: version, metadata, personal access tokens. */
final class GitLabServerInfo {
  private final GitLabProject project;

  GitLabServerInfo(GitLabProject project) {
    this.project = project;
  }

  void on(Api api) {
    api.get("/version", this::version);
    api.get("/metadata", this::metadata);
    api.get("/personal_access_tokens/self", this::token);
  }

  private Answer version(Request request) {
    project.user(request);
    return Answer.ok(
        Json.object()
            .put("version", project.settings().version())
            .put("revision", "1f0e2d3c4b5")
            .node());
  }

  private Answer metadata(Request request) {
    project.user(request);
    return Answer.ok(
        Json.object()
            .put("version", project.settings().version())
            .put("revision", "1f0e2d3c4b5")
            .put("kas", Json.object().put("enabled", false).none("externalUrl", "version").node())
            .put("enterprise", false)
            .node());
  }

  private Answer token(Request request) {
    project.user(request);
    Token token = request.token().orElseThrow(GitLabErrors::unauthorized);
    return Answer.ok(
        Json.object()
            .put("id", 900 + token.owner().id())
            .put("name", token.owner().name())
            .put("revoked", false)
            .put("created_at", "2026-01-01T00:00:00.000Z")
            .put("description", "")
            .put("scopes", new TreeSet<>(token.scopes()))
            .put("user_id", token.owner().id())
            .put("last_used_at", GitLabTimes.of(project.forge().now()))
            .put("active", true)
            .put("expires_at", expiry(token))
            .node());
  }

  private static Optional<String> expiry(Token token) {
    return token.expires().map(at -> at.toString().substring(0, 10));
  }
}
