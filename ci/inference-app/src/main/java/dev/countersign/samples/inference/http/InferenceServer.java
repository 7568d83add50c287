package dev.countersign.samples.inference.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The app's server on loopback; it listens only when the model is loaded. */
public final class InferenceServer {
  private static final int THREADS = 8;
  private static final int WAITING = 256;
  private static final int BACKLOG = 256;

  /** Read and thrown away of a body that is too large, so that its sender sees the answer. */
  private static final int DISCARD_BYTES = 64 * 1024;

  private static final int MAX_DISCARDS = 1024;

  private static final Pattern TRANSACTION_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Predictions predictions;
  private final Consumer<String> errors;
  private final HttpServer server;

  private InferenceServer(Predictions predictions, Consumer<String> errors, HttpServer server) {
    this.predictions = predictions;
    this.errors = errors;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param errors told of failures that are not the caller's
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if the port is taken
   */
  public static InferenceServer start(Predictions predictions, int port, Consumer<String> errors) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      InferenceServer server = new InferenceServer(predictions, errors, http);
      http.setExecutor(boundedThreads());
      http.createContext("/", server::handle);
      http.start();
      return server;
    } catch (BindException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE, "port %d is taken".formatted(port), e);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "cannot listen on port %d: %s".formatted(port, IoReason.of(e)),
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Closes the port at once. */
  public void stop() {
    server.stop(0);
  }

  /** When all threads are busy and the queue is full, accepting waits. */
  private static ExecutorService boundedThreads() {
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(WAITING),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private void handle(HttpExchange exchange) throws IOException {
    Reply reply;
    try {
      reply = route(exchange);
    } catch (RuntimeException e) {
      errors.accept(exchange.getRequestURI().getPath() + ": " + e);
      reply = Reply.error(500, "the prediction failed; the app's log has the reason");
    }
    byte[] body = (reply.body() + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Reply route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    return switch (path) {
      case "/health" ->
          only("GET", exchange)
              .orElseGet(
                  () -> Reply.ok(JsonNodeFactory.instance.objectNode().put("status", "ready")));
      case "/reference" -> only("GET", exchange).orElseGet(() -> Reply.ok(predictions.reference()));
      case "/predict" -> {
        Optional<Reply> refused = only("POST", exchange);
        yield refused.isPresent() ? refused.get() : predict(exchange);
      }
      default ->
          Reply.error(
              404, "there is no \"%s\"; there are /predict, /health, /reference".formatted(path));
    };
  }

  private static Optional<Reply> only(String method, HttpExchange exchange) {
    if (exchange.getRequestMethod().equals(method)) {
      return Optional.empty();
    }
    exchange.getResponseHeaders().set("Allow", method);
    return Optional.of(
        Reply.error(
            405,
            "\"%s\" is not possible here; use %s".formatted(exchange.getRequestMethod(), method)));
  }

  private Reply predict(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(StrictJson.MAX_BYTES + 1);
    if (body.length > StrictJson.MAX_BYTES) {
      discard(exchange);
      return Reply.error(413, "a request has at most %d bytes".formatted(StrictJson.MAX_BYTES));
    }
    return predictions.predict(transactionId(exchange), body);
  }

  /** By reading: the JDK's {@code skip} runs past the end of the body. */
  private static void discard(HttpExchange exchange) throws IOException {
    byte[] buffer = new byte[DISCARD_BYTES];
    for (int i = 0; i < MAX_DISCARDS; i++) {
      if (exchange.getRequestBody().read(buffer) < 0) {
        return;
      }
    }
  }

  private static String transactionId(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Transaction-Id"))
        .filter(id -> TRANSACTION_ID.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
