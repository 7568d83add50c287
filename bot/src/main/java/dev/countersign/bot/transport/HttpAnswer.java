package dev.countersign.bot.transport;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A whole answer. */
public final class HttpAnswer {
  private static final int MAX_FAILURE_TEXT = 10_000;

  private final RemoteEndpoint at;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  HttpAnswer(RemoteEndpoint at, int status, HttpHeaders headers, byte[] body) {
    this.at = at;
    this.status = status;
    this.headers = headers;
    this.body = Arrays.copyOf(body, body.length);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers. */
  public HttpHeaders headers() {
    return headers;
  }

  /** When it was sent, by the server's own clock; empty if it does not say (RFC 9110 §6.6.1). */
  public Optional<Instant> sentAt() {
    return headers.firstValue("date").flatMap(RemoteTime::date);
  }

  /** The bytes. */
  public byte[] body() {
    return Arrays.copyOf(body, body.length);
  }

  /** The bytes as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** This answer as a failure; for a status that says no, or a body that cannot be read. */
  public RemoteFailure asFailure() {
    String text =
        new String(body, 0, Math.min(body.length, MAX_FAILURE_TEXT), StandardCharsets.UTF_8);
    return RemoteFailure.answered(at, status, headers, text);
  }

  /**
   * This answer, if it says yes with data or with nothing.
   *
   * @throws RemoteFailureException if the status is 300 or more, or a web page came
   */
  public HttpAnswer orFailure() throws RemoteFailureException {
    RemoteFailure failure = asFailure();
    if (status >= 300 || (body.length > 0 && failure.isWebPage())) {
      throw new RemoteFailureException(failure);
    }
    return this;
  }
}
