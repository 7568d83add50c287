package dev.countersign.bot.cli.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An inference app for tests, started as a process of its own: {@code ServingApp PORT REFERENCE}.
 * It reports the digest that its reference names.
 */
public final class ServingApp {
  private static final Pattern DIGEST = Pattern.compile("\"digest\": \"(sha256:[0-9a-f]{64})\"");

  private ServingApp() {}

  /** Serves until the process is ended. */
  public static void main(String[] args) throws IOException {
    Matcher digest = DIGEST.matcher(Files.readString(Path.of(args[1])));
    if (!digest.find()) {
      throw new IllegalArgumentException(args[1] + " names no digest");
    }
    String answer = "{\"artifactDigest\":\"%s\"}".formatted(digest.group(1));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/health", exchange -> say(exchange, "{}"));
    server.createContext("/reference", exchange -> say(exchange, answer));
    server.start();
  }

  private static void say(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
