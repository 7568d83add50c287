package dev.countersign.bot.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request; its headers, where the credential is, are never printed. */
public final class HttpCall {
  private final String method;
  private final URI uri;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * @param body empty for none
   */
  public HttpCall(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.uri = uri;
    this.headers = new LinkedHashMap<>(headers);
    this.body = Arrays.copyOf(body, body.length);
  }

  /** A request without a body. */
  public static HttpCall get(URI uri) {
    return new HttpCall("GET", uri, Map.of(), new byte[0]);
  }

  /** A request with JSON. */
  public static HttpCall json(String method, URI uri, String json) {
    return new HttpCall(
        method,
        uri,
        Map.of("Content-Type", List.of("application/json")),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more header. */
  public HttpCall with(String header, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(value));
    return new HttpCall(method, uri, more, body);
  }

  /** The same to another place. */
  HttpCall to(URI other) {
    return new HttpCall(method, other, headers, body);
  }

  String method() {
    return method;
  }

  URI uri() {
    return uri;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return Arrays.copyOf(body, body.length);
  }

  /** What is called, without secrets. */
  public RemoteEndpoint endpoint() {
    return RemoteEndpoint.of(method, uri);
  }

  boolean changesNothing() {
    return method.equals("GET") || method.equals("HEAD");
  }

  @Override
  public String toString() {
    return endpoint().toString();
  }
}
