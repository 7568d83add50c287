package dev.countersign.bot.forge.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls an API with a token, as a program that knows nothing else of it. */
public final class Caller {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What came back. */
  public record Reply(int status, HttpHeaders headers, String body) {
    public JsonNode json() {
      return Json.parse(body);
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final String base;
  private final Map<String, String> headers;

  /**
   * @param base the address before every path
   * @param headers sent with every request
   */
  public Caller(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "application/json");
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), "application/json");
  }

  /** Sends JSON. */
  public Reply json(String method, String path, String body) {
    return send(method, path, BodyPublishers.ofString(body), "application/json");
  }

  /** Sends a form. */
  public Reply form(String method, String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(method, path, BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
  }

  /** Sends one file as a multipart form. */
  public Reply file(String path, String field, String name, String content) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(field, name)
            + "Content-Type: image/png\r\n\r\n%s\r\n--b--\r\n".formatted(content);
    return send("POST", path, BodyPublishers.ofString(body), "multipart/form-data; boundary=b");
  }

  private Reply send(String method, String path, HttpRequest.BodyPublisher body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .method(method, body)
            .header("Content-Type", type);
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A value as a part of a path or a query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
