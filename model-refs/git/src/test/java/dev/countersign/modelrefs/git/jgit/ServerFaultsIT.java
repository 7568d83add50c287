package dev.countersign.modelrefs.git.jgit;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.testing.GitFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Git server that does not do its part. */
class ServerFaultsIT {
  private static final String CANARY = "glpat-canary-7f3a";

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().add("Location", "http://elsewhere.invalid/models.git");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "401, ACCESS_DENIED, 1",
    "403, ACCESS_DENIED, 1",
    "404, NOT_FOUND, 1",
    "500, REMOTE_UNAVAILABLE, 4",
    "503, REMOTE_UNAVAILABLE, 4",
    "302, REMOTE_UNAVAILABLE, 4",
    "200, REMOTE_UNAVAILABLE, 4"
  })
  @DisplayName("Fault rows 49 to 51: the answer decides what is said, and whether it is retried")
  void translatesTheAnswer(int answer, ErrorCode expected, int tries) throws IOException {
    status = answer;

    assertThat(failure().code()).isEqualTo(expected);
    assertThat(requests.get()).isGreaterThanOrEqualTo(tries);
    if (tries == 1) {
      assertThat(requests.get()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void saysThatAServerIsNotThere() throws IOException {
    server.stop(0);

    assertThat(failure().code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE);
  }

  @Test
  @DisplayName("Fault row 34, I13: the token is in no error")
  void repeatsNoSecret() throws IOException {
    status = 401;
    StringWriter trace = new StringWriter();
    failure().printStackTrace(new PrintWriter(trace));

    assertThat(trace.toString()).doesNotContain(CANARY);
    assertThat(location()).asString().doesNotContain(CANARY);
  }

  private CountersignException failure() throws IOException {
    ServerOrigin origin = new ServerOrigin(new ServerTransport(location(), Duration.ofMillis(1)));
    try (GitRepository repository =
        new JGitRepository(origin, Optional.empty(), new Failures(location()))) {
      return catchThrowableOfType(
          CountersignException.class, () -> repository.fetch(List.of(GitFixture.ref(MAIN))));
    }
  }

  private RemoteLocation.Server location() {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/models.git");
    return new RemoteLocation.Server(uri, Optional.of(new HttpCredentials("bot", CANARY)));
  }
}
