package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.ApiError;
import dev.countersign.bot.forge.fake.http.Json;
import java.util.List;

/** GitHub's refusals, word for word. */
final class GitHubErrors {
  private static final String DOCUMENTATION = "https://docs.github.com/rest";

  private GitHubErrors() {}

  static ApiError message(int status, String message) {
    return new ApiError(Answer.json(status, body(status, message).node()));
  }

  private static Json body(int status, String message) {
    return Json.object()
        .put("message", message)
        .put("documentation_url", DOCUMENTATION)
        .put("status", Integer.toString(status));
  }

  static Answer notFoundAnswer() {
    return Answer.json(404, body(404, "Not Found").node());
  }

  static ApiError notFound() {
    return new ApiError(notFoundAnswer());
  }

  static ApiError badCredentials() {
    return message(401, "Bad credentials");
  }

  static ApiError requiresAuthentication() {
    return message(401, "Requires authentication");
  }

  /** A field with a value that does not do: code {@code invalid}, {@code missing_field}, … */
  static ApiError invalid(String resource, String field, String code) {
    return failed(
        Json.object().put("resource", resource).put("field", field).put("code", code).node());
  }

  /** A rule that is not about one field's value. */
  static ApiError custom(String resource, String message) {
    return failed(
        Json.object()
            .put("resource", resource)
            .put("code", "custom")
            .put("message", message)
            .node());
  }

  private static ApiError failed(JsonNode error) {
    return new ApiError(
        Answer.json(422, body(422, "Validation Failed").put("errors", List.of(error)).node()));
  }

  /** A refusal whose errors are plain sentences. */
  static ApiError unprocessable(String sentence) {
    return new ApiError(
        Answer.json(
            422, body(422, "Unprocessable Entity").put("errors", List.of(sentence)).node()));
  }
}
