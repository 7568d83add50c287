package dev.countersign.ci.process.front;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes each request to the app that is active when the request arrives, and counts it there until
 * its answer is complete. Hop-by-hop headers end here: a client's connection is kept while the app
 * behind it changes. Nothing is sent twice.
 */
final class SwitchingProxy extends Handler.Wrapper {
  private static final String UPSTREAM = SwitchingProxy.class.getName() + ".upstream";
  private static final byte[] NOTHING_DEPLOYED =
      "{\"error\":\"no model is deployed here yet\"}\n".getBytes(StandardCharsets.UTF_8);

  private final ActiveUpstream active;

  SwitchingProxy(ActiveUpstream active) {
    super(new ToUpstream());
    this.active = active;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Upstream> upstream = active.enter();
    if (upstream.isEmpty()) {
      refuse(response, callback);
      return true;
    }
    request.setAttribute(UPSTREAM, upstream.get());
    Request.addCompletionListener(request, failure -> upstream.get().leave());
    return super.handle(request, response, callback);
  }

  private static void refuse(Response response, Callback callback) {
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.RETRY_AFTER, 5);
    response.write(true, ByteBuffer.wrap(NOTHING_DEPLOYED), callback);
  }

  /** The proxy proper, with a client whose idle connections end before an app's would. */
  private static final class ToUpstream extends ProxyHandler.Reverse {
    /**
     * Below the 30 s after which the JDK's HTTP server closes, so that no request meets a close.
     */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private static final int MAX_CONNECTIONS = 128;

    ToUpstream() {
      super(ToUpstream::toUpstream);
    }

    private static HttpURI toUpstream(Request request) {
      Upstream upstream = (Upstream) request.getAttribute(UPSTREAM);
      return HttpURI.build(request.getHttpURI())
          .scheme("http")
          .host("127.0.0.1")
          .port(upstream.port())
          .asImmutable();
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
      super.configureHttpClient(client);
      client.setIdleTimeout(IDLE.toMillis());
      client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
    }
  }
}
