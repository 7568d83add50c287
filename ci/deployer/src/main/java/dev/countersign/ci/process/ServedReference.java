package dev.countersign.ci.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.ci.process.control.Wire;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks an app what it serves: {@code GET /health} answers 200 when it is ready, {@code GET
 * /reference} answers JSON whose {@code artifactDigest} is the digest of the bytes it loaded.
 */
final class ServedReference {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What an app answered. */
  sealed interface Answer {
    /** It serves, and loaded these bytes. */
    record Serves(Digest digest) implements Answer {}

    /** It does not answer, or not as it should. */
    record Silent(String reason) implements Answer {}
  }

  private final HttpClient http;

  ServedReference(HttpClient http) {
    this.http = http;
  }

  /** Whether the app says that it is ready. */
  boolean isReady(URI app) {
    try {
      return get(app, "/health").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Which bytes the app says it loaded. */
  Answer ask(URI app) {
    try {
      HttpResponse<byte[]> response = get(app, "/reference");
      if (response.statusCode() != 200) {
        return new Answer.Silent("GET /reference answers " + response.statusCode());
      }
      String digest =
          Wire.read(response.body(), JsonNode.class)
              .map(json -> json.path("artifactDigest").asText())
              .orElse("");
      return new Answer.Serves(Digest.parse(digest));
    } catch (IllegalArgumentException e) {
      return new Answer.Silent("GET /reference has no artifactDigest: " + e.getMessage());
    } catch (IOException e) {
      return new Answer.Silent("GET /reference: " + HttpReason.of(e));
    }
  }

  private HttpResponse<byte[]> get(URI app, String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(app.resolve(path)).timeout(PATIENCE).build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
