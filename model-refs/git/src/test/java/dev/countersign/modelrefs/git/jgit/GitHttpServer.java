package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.RemoteLocation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/** Serves one bare repository over HTTP on the loopback interface, to anybody who asks. */
final class GitHttpServer {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicBoolean dropNextAnswer = new AtomicBoolean();
  private final AtomicBoolean readOnly = new AtomicBoolean();
  private final Repository repository;

  GitHttpServer(Path bareRepository) throws Exception {
    repository =
        new FileRepositoryBuilder().setGitDir(bareRepository.toFile()).setMustExist(true).build();
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(servlet()), "/*");
    context.addFilter(
        (request, response, chain) -> {
          requests.incrementAndGet();
          boolean push = ((HttpServletRequest) request).getRequestURI().endsWith("receive-pack");
          if (readOnly.get() && "git-receive-pack".equals(request.getParameter("service"))) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
          } else if (push && dropNextAnswer.getAndSet(false)) {
            chain.doFilter(request, new Unheard((HttpServletResponse) response));
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_GATEWAY);
          } else {
            chain.doFilter(request, response);
          }
        },
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    server.start();
  }

  private GitServlet servlet() {
    GitServlet servlet = new GitServlet();
    servlet.setRepositoryResolver(
        (request, name) -> {
          repository.incrementOpen();
          return repository;
        });
    servlet.setUploadPackFactory(
        (request, opened) -> {
          UploadPack upload = new UploadPack(opened);
          upload.setRequestPolicy(UploadPack.RequestPolicy.ANY);
          String protocol = request.getHeader("Git-Protocol");
          if (protocol != null) {
            upload.setExtraParameters(List.of(protocol.split(":")));
          }
          return upload;
        });
    servlet.setReceivePackFactory(
        (request, opened) -> {
          ReceivePack receive = new ReceivePack(opened);
          receive.setAtomic(false);
          return receive;
        });
    return servlet;
  }

  /** Serves by HTTPS as well, with the one key of a PKCS 12 file, for {@code localhost}. */
  RemoteLocation.Server secureLocation(Path keyStore, String password) throws Exception {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keyStore.toString());
    tls.setKeyStorePassword(password);
    ServerConnector secure = new ServerConnector(server, tls);
    secure.setHost("127.0.0.1");
    server.addConnector(secure);
    secure.start();
    return new RemoteLocation.Server(
        URI.create("https://localhost:" + secure.getLocalPort() + "/models.git"), Optional.empty());
  }

  RemoteLocation.Server location() {
    return new RemoteLocation.Server(
        URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/models.git"),
        Optional.empty());
  }

  /** From now on nobody may push. */
  void refusePushes() {
    readOnly.set(true);
  }

  /** The next push is done, and its answer is lost on the way. */
  void dropNextAnswer() {
    dropNextAnswer.set(true);
  }

  /** How many requests there were. */
  int requests() {
    return requests.get();
  }

  void stop() throws Exception {
    server.stop();
    repository.close();
  }

  /** An answer that goes nowhere. */
  private static final class Unheard extends HttpServletResponseWrapper {
    Unheard(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new ServletOutputStream() {
        @Override
        public void write(int b) {
          // Lost.
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new UnsupportedOperationException();
        }
      };
    }

    @Override
    public void flushBuffer() {
      // Lost.
    }
  }
}
