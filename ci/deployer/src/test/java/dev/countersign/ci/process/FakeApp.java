package dev.countersign.ci.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An inference app for tests, started as a process of its own: {@code FakeApp PORT REFERENCE}. It
 * reports the digest that its reference names and answers {@code POST /predict} with it and the
 * body's length. A version with patch 13 ends with exit code 3, one with patch 14 never becomes
 * ready.
 */
public final class FakeApp {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int SICK = 13;
  private static final int SLEEPY = 14;

  private FakeApp() {}

  public static void main(String[] args) throws IOException {
    String document = Files.readString(Path.of(args[1]));
    if (document.contains("." + SICK + "\"")) {
      System.err.println("model.ubj does not have the digest that its reference names");
      System.exit(3);
    }
    boolean sleepy = document.contains("." + SLEEPY + "\"");
    Matcher digest = DIGEST.matcher(document);
    if (!digest.find()) {
      System.exit(2);
    }
    serve(Integer.parseInt(args[0]), digest.group(), sleepy);
  }

  private static void serve(int port, String digest, boolean sleepy) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/health", exchange -> answer(exchange, sleepy ? 503 : 200, "{}"));
    server.createContext(
        "/reference",
        exchange -> answer(exchange, 200, "{\"artifactDigest\":\"%s\"}".formatted(digest)));
    server.createContext("/predict", exchange -> predict(exchange, digest));
    server.createContext(
        "/environment",
        exchange -> answer(exchange, 200, String.join("\n", System.getenv().keySet())));
    server.start();
    System.out.println("serves " + digest);
  }

  private static void predict(HttpExchange exchange, String digest) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String slow = exchange.getRequestURI().getQuery();
    if (slow != null) {
      Path gate = Path.of(slow);
      Files.createFile(gate.resolve("arrived"));
      waitFor(gate.resolve("go"));
    }
    answer(exchange, 200, digest + " " + body.length);
  }

  private static void waitFor(Path file) throws IOException {
    try (var watcher = file.getFileSystem().newWatchService()) {
      file.getParent().register(watcher, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(file)) {
        watcher.take().reset();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
