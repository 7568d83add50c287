package dev.countersign.bot.forge.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server says to a request. */
public final class Answer {
  private static final String JSON = "application/json";

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final Map<String, String> headers;

  public Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.contentType = contentType;
    this.body = body.clone();
    this.headers = Map.copyOf(headers);
  }

  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  public static Answer created(JsonNode body) {
    return json(201, body);
  }

  public static Answer noContent() {
    return new Answer(204, JSON, new byte[0], Map.of());
  }

  public static Answer json(int status, JsonNode body) {
    return new Answer(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Answer bytes(String contentType, byte[] body) {
    return new Answer(200, contentType, body, Map.of());
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more);
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  public byte[] body() {
    return body.clone();
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
