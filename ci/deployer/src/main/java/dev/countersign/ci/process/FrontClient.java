package dev.countersign.ci.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.ci.process.control.FrontAddress;
import dev.countersign.ci.process.control.FrontStatus;
import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.ci.process.control.Wire;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Speaks to a running front. Every method may be repeated. All throw {@link CountersignException}:
 * {@code REMOTE_UNAVAILABLE} if the front does not answer, {@code DEPLOYMENT_UNHEALTHY} if it
 * cannot do what is asked.
 */
final class FrontClient {
  private static final Duration QUICK = Duration.ofSeconds(5);

  private final HttpClient http;
  private final FrontAddress address;

  FrontClient(HttpClient http, FrontAddress address) {
    this.http = http;
    this.address = address;
  }

  FrontAddress address() {
    return address;
  }

  FrontStatus status() {
    return send("GET", "/status", BodyPublishers.noBody(), QUICK);
  }

  FrontStatus start(StartRequest request) {
    // Starting stops a candidate that was left behind, which may take its time.
    return send(
        "POST", "/start", BodyPublishers.ofByteArray(Wire.write(request)), QUICK.multipliedBy(4));
  }

  /** Switches, and waits until the app before has answered its last request. */
  FrontStatus switchTo(String id, Duration drain) {
    return send(
        "POST", "/switch/" + id, BodyPublishers.noBody(), drain.plus(QUICK.multipliedBy(4)));
  }

  FrontStatus stop(String id) {
    return send("POST", "/stop/" + id, BodyPublishers.noBody(), QUICK.multipliedBy(4));
  }

  /** Begins to end the front. */
  FrontStatus shutdown() {
    return send("POST", "/shutdown", BodyPublishers.noBody(), QUICK);
  }

  private FrontStatus send(String method, String path, BodyPublisher body, Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(address.controlPort(), path)))
            .method(method, body)
            .timeout(patience)
            .header("Authorization", "Bearer " + address.token())
            .build();
    try {
      return understand(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.REMOTE_UNAVAILABLE,
          "the " + address + " does not answer: " + HttpReason.of(e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "interrupted", e);
    }
  }

  private FrontStatus understand(HttpResponse<byte[]> response) {
    if (response.statusCode() == 200) {
      return Wire.read(response.body(), FrontStatus.class)
          .orElseThrow(() -> unavailable("answers something else than a status"));
    }
    String error =
        Wire.read(response.body(), JsonNode.class)
            .map(json -> json.path("error").asText())
            .orElse("");
    if (response.statusCode() == 401) {
      throw unavailable("refuses the token of its state folder");
    }
    throw new CountersignException(ErrorCode.DEPLOYMENT_UNHEALTHY, error);
  }

  private CountersignException unavailable(String what) {
    return new CountersignException(ErrorCode.REMOTE_UNAVAILABLE, "the " + address + " " + what);
  }
}
