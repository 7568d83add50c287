package dev.countersign.bot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The inference app, as its users reach it. */
final class App {
  static final String DIAMOND =
      """
      {"instances": [{"carat": 1.01, "cut": "Ideal", "color": "G", "clarity": "VS2"}]}""";

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  App(int port) {
    base = URI.create("http://127.0.0.1:" + port + "/");
  }

  URI uri(String path) {
    return base.resolve(path);
  }

  /** What the app answers to a GET. */
  String get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build());
  }

  /** The model that the app says it serves. */
  String served() {
    JsonNode reference = json("reference", get("reference"));
    return "%s %s, sequence %d"
        .formatted(
            reference.path("model").asText(),
            reference.path("version").asText(),
            reference.path("sequence").asLong());
  }

  /** What a diamond costs, in US dollars, by the model that serves. */
  double price() {
    return json("predict", predict()).at("/predictions/0/value").asDouble();
  }

  private JsonNode json(String path, String answer) {
    return StrictJson.read(answer.getBytes(StandardCharsets.UTF_8), uri(path).toString());
  }

  private String predict() {
    return send(
        HttpRequest.newBuilder(uri("predict"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(DIAMOND))
            .build());
  }

  private String send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body().strip();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.REMOTE_UNAVAILABLE, "\"" + request.uri() + "\" does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "the demo was stopped", e);
    }
  }
}
