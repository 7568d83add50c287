package dev.countersign.bot.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client that asks for predictions without a pause and counts the answers, to show what users of
 * the app notice of a redeploy. Starts when made, stops when closed.
 */
final class PredictionClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final HttpRequest request;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Thread worker;
  private volatile boolean running = true;

  PredictionClient(URI predict, String body) {
    request =
        HttpRequest.newBuilder(predict)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    worker = new Thread(this::askOnAndOn, "steady-client");
    worker.setDaemon(true);
    worker.start();
  }

  /** Requests sent so far. */
  long sent() {
    return sent.get();
  }

  /** Requests that were not answered with status 200. */
  long failed() {
    return failed.get();
  }

  private void askOnAndOn() {
    while (running) {
      sent.incrementAndGet();
      if (!answered()) {
        failed.incrementAndGet();
      }
    }
  }

  private boolean answered() {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
      return true;
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Stops after the request that is under way. */
  void stop() {
    running = false;
    try {
      worker.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
