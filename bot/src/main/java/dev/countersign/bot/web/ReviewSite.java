package dev.countersign.bot.web;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The local forge's page, answering until it is closed. */
public final class ReviewSite implements AutoCloseable {
  private static final long MAX_FORM_BYTES = 64 * 1024;

  private final Javalin server;
  private final URI uri;

  private ReviewSite(Javalin server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  /**
   * Starts the site; it answers when this returns.
   *
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if the port is taken or the
   *     address is not this machine's
   */
  public static ReviewSite start(WebSettings settings, SiteParts parts) {
    RequestGuard guard = new RequestGuard();
    Routes routes = new Routes(parts, settings.acting(), guard);
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.http.maxRequestSize = MAX_FORM_BYTES;
              routes.on(config.routes);
            });
    try {
      server.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "cannot listen on port \"%d\" of \"%s\"; something else may be using it"
              .formatted(settings.port(), settings.host()),
          e);
    }
    guard.answerTo(names(settings.host(), server.port()));
    return new ReviewSite(
        server, URI.create("http://" + bracketed(settings.host()) + ":" + server.port() + "/"));
  }

  /** Where the list is; ends with a slash. */
  public URI uri() {
    return uri;
  }

  /** Answers what is being asked, then stops. */
  @Override
  public void close() {
    server.stop();
  }

  private static Set<String> names(String host, int port) {
    Set<String> names = new HashSet<>();
    for (String name : List.of(bracketed(host), "127.0.0.1", "localhost", "[::1]")) {
      names.add(name + ":" + port);
    }
    return names;
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
