package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Dialect;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.Optional;

/** GitLab's tokens and headers. */
final class GitLabDialect implements Dialect {
  private static final String BEARER = "Bearer ";

  private final FakeForge forge;

  GitLabDialect(FakeForge forge) {
    this.forge = forge;
  }

  @Override
  public Optional<Token> identify(Request request) {
    Optional<String> presented = presented(request);
    if (presented.isEmpty()) {
      return job(request);
    }
    Optional<Token> token =
        presented
            .flatMap(forge.people()::token)
            .filter(known -> known.kind() != Kind.DEPLOY && known.kind() != Kind.JOB);
    if (token.isEmpty()) {
      throw GitLabErrors.unauthorized();
    }
    if (token.get().expires().filter(forge.now()::isAfter).isPresent()) {
      throw GitLabErrors.invalidToken(
          "Token is expired. You can either do re-authorization or token refresh.");
    }
    checkScope(request, token.get());
    return token;
  }

  private static Optional<String> presented(Request request) {
    return request
        .header("PRIVATE-TOKEN")
        .or(() -> request.queryParam("private_token"))
        .or(
            () ->
                request
                    .header("Authorization")
                    .filter(header -> header.startsWith(BEARER))
                    .map(header -> header.substring(BEARER.length())));
  }

  /** A job token opens few endpoints; elsewhere it counts as none. */
  private Optional<Token> job(Request request) {
    Optional<Token> token =
        request
            .header("JOB-TOKEN")
            .or(() -> request.queryParam("job_token"))
            .map(
                value ->
                    forge
                        .people()
                        .token(value)
                        .filter(known -> known.kind() == Kind.JOB)
                        .orElseThrow(GitLabErrors::unauthorized));
    String path = request.rawPath();
    boolean open = path.contains("/environments") || path.contains("/deployments");
    return token.filter(known -> open || path.endsWith("/job"));
  }

  private static void checkScope(Request request, Token token) {
    if (request.rawPath().endsWith("/personal_access_tokens/self")) {
      return;
    }
    boolean read = request.method().equals("GET") || request.method().equals("HEAD");
    boolean user = request.rawPath().endsWith("/user") && token.has("read_user");
    boolean enough = read ? token.has("api", "read_api") || user : token.has("api");
    if (!enough) {
      throw GitLabErrors.insufficientScope(read ? "api read_api" : "api");
    }
  }

  @Override
  public Answer unknown(Request request) {
    return Answer.json(404, Json.object().put("error", "404 Not Found").node());
  }

  @Override
  public Answer finish(Request request, Answer answer) {
    return answer
        .with("x-request-id", "01FAKE" + forge.nextId())
        .with("ratelimit-limit", "2000")
        .with("ratelimit-remaining", "1999")
        .with("ratelimit-observed", "1")
        .with("ratelimit-reset", Long.toString(forge.now().getEpochSecond() + 60));
  }
}
