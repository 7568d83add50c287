package dev.countersign.ci.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that predict without a pause, over kept connections, and note every answer. */
final class Hammer {
  private static final int CLIENTS = 8;
  private static final byte[] BODY = "{\"instances\":[{\"carat\":0.7}]}".repeat(40).getBytes(UTF_8);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> clients = new ArrayList<>();
  private volatile boolean running = true;

  Hammer(URI predict) {
    HttpRequest request =
        HttpRequest.newBuilder(predict).POST(BodyPublishers.ofByteArray(BODY)).build();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(threads.submit(() -> hammer(request)));
    }
  }

  private void hammer(HttpRequest request) {
    while (running) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        boolean whole = response.body().endsWith(" " + BODY.length);
        if (response.statusCode() == 200 && whole) {
          answers.merge(response.body().split(" ", -1)[0], 1, Integer::sum);
        } else {
          failures.add(response.statusCode() + " " + response.body());
        }
      } catch (IOException e) {
        failures.add(e.toString());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** How often each digest answered so far. */
  Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }

  int count() {
    return answers.values().stream().mapToInt(Integer::intValue).sum() + failures.size();
  }

  /** Every request without the right answer. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Lets every client finish its last request. */
  void stop() throws InterruptedException, ExecutionException {
    running = false;
    for (Future<?> client : clients) {
      client.get();
    }
    threads.shutdown();
  }
}
