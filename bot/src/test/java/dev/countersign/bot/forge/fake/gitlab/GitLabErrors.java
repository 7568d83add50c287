package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.ApiError;
import dev.countersign.bot.forge.fake.http.Json;
import java.util.List;

/** GitLab's refusals, word for word. */
final class GitLabErrors {
  private GitLabErrors() {}

  static ApiError message(int status, String message) {
    return message(status, JsonNodeFactory.instance.textNode(message));
  }

  static ApiError message(int status, JsonNode message) {
    return new ApiError(Answer.json(status, Json.object().put("message", message).node()));
  }

  /** A validation error of one field: {@code {"message": {"field": ["problem"]}}}. */
  static ApiError invalid(String field, String problem) {
    return message(400, Json.object().put(field, List.of(problem)).node());
  }

  static ApiError error(int status, String error) {
    return new ApiError(Answer.json(status, Json.object().put("error", error).node()));
  }

  static ApiError unauthorized() {
    return message(401, "401 Unauthorized");
  }

  static ApiError invalidToken(String description) {
    return new ApiError(
        Answer.json(
            401,
            Json.object()
                .put("error", "invalid_token")
                .put("error_description", description)
                .node()));
  }

  static ApiError insufficientScope(String scope) {
    return new ApiError(
        Answer.json(
            403,
            Json.object()
                .put("error", "insufficient_scope")
                .put(
                    "error_description",
                    "The request requires higher privileges than provided by the access token.")
                .put("scope", scope)
                .node()));
  }

  static ApiError forbidden() {
    return message(403, "403 Forbidden");
  }

  static ApiError notFound(String what) {
    return message(404, "404 " + what + " Not Found");
  }

  static ApiError notFound() {
    return message(404, "404 Not found");
  }
}
