package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * HTTP with one origin: scheme, host and port. Requests and redirects to anywhere else are refused,
 * so a credential cannot leave. Uses the JDK's proxy settings ({@code https.proxyHost} and the
 * like). Repeats nothing; that is what {@link RemoteCaller} is for. Thread-safe.
 */
public final class HttpExchange {
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_BODY = 32 * 1024 * 1024;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> KEEPING_METHOD = Set.of(307, 308);

  /** What the JDK's client sets itself, or must not be told. */
  private static final Set<String> NOT_OURS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final HttpClient client;
  private final TransportSettings settings;
  private final URI origin;

  /**
   * @param origin any address there; what counts is scheme, host and port
   * @param trust own authorities, see {@link Authorities}; empty for the JDK's
   */
  public HttpExchange(TransportSettings settings, URI origin, Optional<SSLContext> trust) {
    this.settings = settings;
    this.origin = origin;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(ProxySelector.getDefault());
    trust.ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /**
   * Sends a request and reads the whole answer, whatever its status; follows redirects of this
   * origin where they keep the method.
   *
   * @throws RemoteFailureException if no whole answer came in time
   * @throws CountersignException {@code ACCESS_DENIED} if the request, or a redirect, leads to
   *     another origin; nothing was sent there
   */
  public HttpAnswer send(HttpCall call) throws IOException {
    HttpCall current = call;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      refuseOtherOrigin(current, hop > 0);
      HttpAnswer answer = once(current);
      Optional<URI> next = redirect(current, answer);
      if (next.isEmpty()) {
        return answer;
      }
      current = current.to(next.get());
    }
    throw new CountersignException(
        ErrorCode.REMOTE_UNAVAILABLE,
        "\"%s\" redirects more than %d times".formatted(call.endpoint(), MAX_REDIRECTS));
  }

  private HttpAnswer once(HttpCall call) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request(call), info -> new BoundedBody(MAX_BODY));
    try {
      HttpResponse<byte[]> response =
          pending.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
      return new HttpAnswer(
          call.endpoint(), response.statusCode(), response.headers(), response.body());
    } catch (ExecutionException e) {
      throw unanswered(call, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw unanswered(
          call,
          new HttpTimeoutException(
              "no whole answer within " + settings.readTimeout().toSeconds() + " s"));
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static RemoteFailureException unanswered(HttpCall call, Throwable cause) {
    return new RemoteFailureException(RemoteFailure.unanswered(call.endpoint(), cause));
  }

  private static HttpRequest request(HttpCall call) {
    HttpRequest.BodyPublisher body =
        call.body().length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(call.body());
    HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri()).method(call.method(), body);
    call.headers()
        .forEach(
            (name, values) -> {
              if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    return builder.build();
  }

  private static Optional<URI> redirect(HttpCall call, HttpAnswer answer) {
    boolean follows =
        REDIRECTS.contains(answer.status())
            && (call.changesNothing() || KEEPING_METHOD.contains(answer.status()));
    return follows
        ? answer.headers().firstValue("location").map(place -> resolve(call.uri(), place))
        : Optional.empty();
  }

  private static URI resolve(URI from, String place) {
    try {
      return from.resolve(place);
    } catch (IllegalArgumentException e) {
      throw new CountersignException(
          ErrorCode.REMOTE_UNAVAILABLE,
          "\"%s\" redirects to something that is no address"
              .formatted(RemoteEndpoint.of("GET", from)),
          e);
    }
  }

  private void refuseOtherOrigin(HttpCall call, boolean redirected) {
    if (!sameOrigin(call.uri())) {
      throw new CountersignException(
          ErrorCode.ACCESS_DENIED,
          "\"%s\" %s to \"%s\", which is not followed: the token is for the former only"
              .formatted(
                  RemoteEndpoint.of("GET", origin).host(),
                  redirected ? "redirects" : "links",
                  call.endpoint().host()));
    }
  }

  private boolean sameOrigin(URI uri) {
    return uri.getHost() != null
        && uri.getHost().equalsIgnoreCase(origin.getHost())
        && uri.getScheme().equalsIgnoreCase(origin.getScheme())
        && port(uri) == port(origin);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
