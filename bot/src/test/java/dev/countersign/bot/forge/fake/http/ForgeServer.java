package dev.countersign.bot.forge.fake.http;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;

/** Listens on the loopback interface for API requests and for Git, until it is closed. */
public final class ForgeServer implements AutoCloseable {
  private final Javalin server;

  private ForgeServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any
   * @param repositoryPath where Git clients find the repository, without {@code .git}
   */
  public static ForgeServer start(
      int port, Wire wire, GitRights rights, String repositoryPath, Consumer<RoutesConfig> routes) {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.http.maxRequestSize = 64L * 1024 * 1024;
              // A project's path and a branch's name come as one part of the path, with %2F.
              config.jetty.modifyHttpConfiguration(
                  http -> http.setUriCompliance(UriCompliance.UNSAFE));
              config.jetty.modifyServletContextHandler(
                  context -> prepare(context, wire, rights, repositoryPath));
              routes.accept(config.routes);
            });
    server.start("127.0.0.1", port);
    return new ForgeServer(server);
  }

  private static void prepare(
      ServletContextHandler context, Wire wire, GitRights rights, String repositoryPath) {
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    new GitAccess(wire, rights).install(context, repositoryPath);
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
