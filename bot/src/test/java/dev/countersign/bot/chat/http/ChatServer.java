package dev.countersign.bot.chat.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import java.time.Duration;

/** A chat that answers as it is told; its address holds a secret. */
public final class ChatServer implements AutoCloseable {
  /** What no output may contain. */
  public static final String CANARY = "canary-T024BE7LD-XyZ";

  /** Where it listens. */
  public static final String PATH = "/services/" + CANARY;

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  public ChatServer() {
    server.start();
  }

  /** To stub and to ask what came. */
  public WireMockServer wireMock() {
    return server;
  }

  /** Its address. */
  public Secret address() {
    return new Secret("http://127.0.0.1:" + server.port() + PATH);
  }

  /** Its address as an endpoint with short limits. */
  public ChatEndpoint endpoint() {
    return ChatEndpoint.of(address(), settings(Duration.ofSeconds(5)));
  }

  /** Limits for tests: three attempts with hardly a pause. */
  public static TransportSettings settings(Duration limit) {
    return new TransportSettings(
        limit, limit, limit, 3, Duration.ofMillis(1), Duration.ofMillis(1));
  }

  @Override
  public void close() {
    server.stop();
  }
}
