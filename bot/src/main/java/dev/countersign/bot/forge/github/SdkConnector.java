package dev.countersign.bot.forge.github;

import dev.countersign.bot.transport.HttpAnswer;
import dev.countersign.bot.transport.HttpCall;
import dev.countersign.bot.transport.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Our transport below the SDK. What GitHub refuses, and what is no JSON, never reaches the SDK, so
 * that its own repeating and its waiting for rate limits stay out of it.
 */
final class SdkConnector implements GitHubConnector {
  private final HttpExchange exchange;

  SdkConnector(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    byte[] body = new byte[0];
    if (request.hasBody()) {
      try (InputStream in = request.body()) {
        body = in.readAllBytes();
      }
    }
    HttpAnswer answer =
        exchange
            .send(new HttpCall(request.method(), uri(request), headers(request), body))
            .orFailure();
    JsonAnswer.of(answer);
    return new Answered(request, answer);
  }

  private static URI uri(GitHubConnectorRequest request) {
    return URI.create(request.url().toString());
  }

  /** The JDK's client would not unpack what it was not asked to pack. */
  private static Map<String, List<String>> headers(GitHubConnectorRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.allHeaders().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    headers.keySet().removeIf("Accept-Encoding"::equalsIgnoreCase);
    return headers;
  }

  private static final class Answered extends GitHubConnectorResponse.ByteArrayResponse {
    private final byte[] body;

    Answered(GitHubConnectorRequest request, HttpAnswer answer) {
      super(request, answer.status(), answer.headers().map());
      this.body = answer.body();
    }

    @Override
    protected InputStream rawBodyStream() {
      return new ByteArrayInputStream(body);
    }
  }
}
