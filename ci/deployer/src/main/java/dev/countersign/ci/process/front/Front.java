package dev.countersign.ci.process.front;

import dev.countersign.ci.process.control.FrontAddress;
import dev.countersign.ci.process.control.ProcessIdentity;
import dev.countersign.ci.process.control.StateFolder;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A front in this process: the public server, the control server and the supervisor between them.
 */
final class Front {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_THREADS = 64;
  private static final int TOKEN_BYTES = 32;

  /** A request body is taken in whole before an app sees it: slow clients do not hold apps. */
  private static final long MAX_BODY_BYTES = 4L << 20;

  private static final long NO_LIMIT = -1;

  private final FrontOptions options;
  private final StateFolder state;
  private final PrintStream log;
  private final Supervisor supervisor;
  private final Server publicServer;
  private final Server controlServer;
  private final String token;
  private final AtomicBoolean stopped = new AtomicBoolean();

  Front(FrontOptions options, PrintStream log) {
    this.options = options;
    this.state = new StateFolder(options.state());
    this.log = log;
    this.token = newToken();
    ActiveUpstream active = new ActiveUpstream();
    this.supervisor = new Supervisor(state, active, this::event);
    this.publicServer = server("public", options.host(), options.port(), publicHandler(active));
    this.controlServer =
        server(
            "control",
            LOOPBACK,
            0,
            new ControlHandler(options.line(), token, supervisor, this::shutDownSoon));
  }

  /**
   * Takes over the apps of a front that died, listens, and says where.
   *
   * @throws java.io.IOException if the public port is taken
   */
  void start() throws Exception {
    supervisor.adopt();
    publicServer.start();
    controlServer.start();
    int controlPort = ((ServerConnector) controlServer.getConnectors()[0]).getLocalPort();
    state.writeFront(
        new FrontAddress(
            ProcessIdentity.of(ProcessHandle.current()),
            options.line(),
            options.host(),
            options.port(),
            controlPort,
            token));
    event("serves %s on %s:%d".formatted(options.line(), options.host(), options.port()));
  }

  /** Waits until the front was shut down. */
  void join() throws InterruptedException {
    controlServer.join();
    publicServer.join();
  }

  /** Answers the last requests, stops the apps and closes the ports; only the first call does. */
  void stop() throws Exception {
    if (stopped.getAndSet(true)) {
      return;
    }
    supervisor.stopAll();
    publicServer.stop();
    state.forgetFront();
    controlServer.stop();
    event("ended");
  }

  private void shutDownSoon() {
    new Thread(this::stopLoudly, "shutdown").start();
  }

  private void stopLoudly() {
    try {
      stop();
    } catch (Exception e) {
      event("could not stop in order: " + e);
    }
  }

  private void event(String text) {
    log.println(Instant.now() + " " + text);
  }

  private static Handler publicHandler(ActiveUpstream active) {
    SizeLimitHandler limited = new SizeLimitHandler(MAX_BODY_BYTES, NO_LIMIT);
    limited.setHandler(
        new EagerContentHandler(
            new SwitchingProxy(active), new EagerContentHandler.RetainedContentLoaderFactory()));
    return limited;
  }

  private static Server server(String name, String host, int port, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName(name);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    return server;
  }

  private static String newToken() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
