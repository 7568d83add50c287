package dev.countersign.bot.transport;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that did not bring what it should.
 *
 * @param status the HTTP status; 0 if there was no answer. A status below 300 means that the answer
 *     could not be read: it broke off, or is not what the interface promises
 * @param headers of the answer; empty if there was none
 * @param body of the answer as text, maybe shortened; empty if there was none
 * @param cause what the client library threw
 */
public record RemoteFailure(
    RemoteEndpoint at, int status, HttpHeaders headers, String body, Optional<Throwable> cause) {
  private static final List<String> REQUEST_IDS =
      List.of("x-github-request-id", "x-request-id", "x-slack-req-id", "request-id");

  /** A call without an answer. */
  public static RemoteFailure unanswered(RemoteEndpoint at, Throwable cause) {
    return new RemoteFailure(at, 0, noHeaders(), "", Optional.of(cause));
  }

  /** An answer that says no. */
  public static RemoteFailure answered(
      RemoteEndpoint at, int status, HttpHeaders headers, String body) {
    return new RemoteFailure(at, status, headers, body, Optional.empty());
  }

  /** The failure behind an exception, however deep a client library has wrapped it. */
  public static Optional<RemoteFailure> behind(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof RemoteFailureException known) {
        return Optional.of(known.failure());
      }
    }
    return Optional.empty();
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** When the answer was sent, by the remote's own clock; empty if it does not say. */
  public Optional<Instant> sentAt() {
    return header("date").flatMap(RemoteTime::date);
  }

  /** What the remote calls this request in its own log. */
  public Optional<String> requestId() {
    return REQUEST_IDS.stream().map(this::header).flatMap(Optional::stream).findFirst();
  }

  /** Whether a web page came where data was expected: a login form, or a proxy's own page. */
  public boolean isWebPage() {
    boolean declared =
        header("content-type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
            .isPresent();
    return declared || body.stripLeading().startsWith("<");
  }

  static HttpHeaders noHeaders() {
    return Objects.requireNonNull(HttpHeaders.of(Map.of(), (name, value) -> true));
  }
}
