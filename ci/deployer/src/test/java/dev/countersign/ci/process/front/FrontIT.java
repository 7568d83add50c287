package dev.countersign.ci.process.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countersign.ci.process.control.FrontAddress;
import dev.countersign.ci.process.control.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A front in this process, spoken to over HTTP. */
@Timeout(60)
class FrontIT {
  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Front front;
  private FrontAddress address;

  @BeforeEach
  void start() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    front =
        new Front(
            FrontOptions.parse(folder.toString(), "m/production", "127.0.0.1", "" + port), log);
    front.start();
    address = new StateFolder(folder).front().orElseThrow();
  }

  @AfterEach
  void stop() throws Exception {
    front.stop();
  }

  @ParameterizedTest
  @CsvSource({"Bearer wrong", "Bearer", "Basic abc", "bearer"})
  @DisplayName("The control interface obeys nobody without the token")
  void refusesAWrongToken(String authorization) throws Exception {
    HttpResponse<String> response =
        send(
            control("/shutdown")
                .header("Authorization", authorization)
                .POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(new StateFolder(folder).front()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /nowhere,      404, there is no such control command",
    "GET,  /start,        404, there is no such control command",
    "POST, /switch/ghost, 404, there is no app \\\"ghost\\\"",
    "POST, /start,        409, the body is not a start request"
  })
  void saysWhatItCannotDo(String method, String path, int status, String message) throws Exception {
    HttpResponse<String> response =
        send(authorized(path).method(method, BodyPublishers.ofString("[]")));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"error\":\"" + message + "\"}");
  }

  @Test
  @DisplayName("Fault row 38: a body without measure is refused before an app sees it")
  void refusesALargeBody() throws Exception {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.port() + "/predict"))
                .POST(BodyPublishers.ofByteArray(new byte[5 << 20])));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void closesItsPorts_whenItIsShutDown() throws Exception {
    send(authorized("/shutdown").POST(BodyPublishers.noBody()));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> new ServerSocket(address.port(), 1, InetAddress.getLoopbackAddress()).close());
    assertThat(new StateFolder(folder).front()).isEmpty();
  }

  private HttpRequest.Builder authorized(String path) {
    return control(path).header("Authorization", "Bearer " + address.token());
  }

  private HttpRequest.Builder control(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.controlPort() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }
}
