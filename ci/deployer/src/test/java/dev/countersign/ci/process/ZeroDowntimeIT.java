package dev.countersign.ci.process;

import static dev.countersign.ci.process.ProcessFixture.patiently;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.process.control.AppRole;
import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.Releases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Redeploys while clients keep predicting. */
@Timeout(300)
class ZeroDowntimeIT {
  private static final int ENOUGH = 500;
  private static final int THOUSANDS = 3000;

  @TempDir Path folder;
  private ProcessFixture fixture;

  @BeforeEach
  void serveTheFirst() throws IOException {
    fixture = new ProcessFixture(folder.resolve("state"));
    assertThat(fixture.target().apply(Releases.release(1)))
        .isInstanceOf(ApplyOutcome.Serving.class);
  }

  @AfterEach
  void stopProcesses() {
    fixture.close();
  }

  @Test
  @DisplayName("Thousands of requests during three redeploys: not one fails, every version answers")
  void losesNoRequest_whileReleasesAreSwitched() throws Exception {
    Hammer hammer = new Hammer(fixture.uri("/predict"));
    for (int sequence = 2; sequence <= 4; sequence++) {
      int before = hammer.count();
      patiently().until(() -> hammer.count() > before + ENOUGH);
      assertThat(fixture.target().apply(Releases.release(sequence)))
          .isInstanceOf(ApplyOutcome.Serving.class);
    }
    patiently().until(() -> hammer.count() > THOUSANDS);
    hammer.stop();

    assertThat(hammer.failures()).isEmpty();
    assertThat(hammer.answers()).containsOnlyKeys(digest(1), digest(2), digest(3), digest(4));
  }

  @Test
  void losesNoRequest_whenTheNewReleaseIsUnhealthy() throws Exception {
    Hammer hammer = new Hammer(fixture.uri("/predict"));
    assertThat(fixture.target().apply(ProcessFixture.sick(2)))
        .isInstanceOf(ApplyOutcome.Unhealthy.class);
    int before = hammer.count();
    patiently().until(() -> hammer.count() > before + ENOUGH);
    hammer.stop();

    assertThat(hammer.failures()).isEmpty();
    assertThat(hammer.answers()).containsOnlyKeys(digest(1));
  }

  @Test
  void letsTheOldAppFinishWhatItHolds_whileTheNewOneAnswers() throws Exception {
    Path gate = Files.createDirectory(folder.resolve("gate"));
    ProcessHandle old = fixture.activeApp();
    CompletableFuture<HttpResponse<String>> slow = post(fixture.uri("/predict?" + gate));
    patiently().until(() -> Files.exists(gate.resolve("arrived")));

    CompletableFuture<ApplyOutcome> redeploy =
        CompletableFuture.supplyAsync(() -> fixture.target().apply(Releases.release(2)));
    patiently()
        .until(
            () -> fixture.state().apps().stream().anyMatch(app -> app.role() == AppRole.DRAINING));

    patiently().until(() -> post(fixture.uri("/predict")).get().body().equals(digest(2) + " 5"));
    assertThat(slow).isNotDone();
    assertThat(old.isAlive()).isTrue();
    Files.createFile(gate.resolve("go"));
    assertThat(slow.get().body()).isEqualTo(digest(1) + " 5");
    assertThat(redeploy.get()).isInstanceOf(ApplyOutcome.Serving.class);
    patiently().until(() -> !old.isAlive());
  }

  @Test
  void keepsAClientsConnectionOpen_acrossASwitch() throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), fixture.port)) {
      assertThat(predictOver(client)).endsWith(digest(1) + " 5");

      fixture.target().apply(Releases.release(2));

      assertThat(predictOver(client)).endsWith(digest(2) + " 5");
    }
  }

  /** One request by hand; reads until the answer's last characters. */
  private static String predictOver(Socket client) throws IOException {
    client
        .getOutputStream()
        .write(
            "POST /predict HTTP/1.1\r\nHost: app\r\nContent-Length: 5\r\n\r\na row"
                .getBytes(UTF_8));
    StringBuilder answer = new StringBuilder();
    int character = 0;
    while (character >= 0 && !answer.toString().endsWith(" 5")) {
      character = client.getInputStream().read();
      answer.append((char) character);
    }
    return answer.toString();
  }

  private static CompletableFuture<HttpResponse<String>> post(URI uri) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("a row")).build(),
            BodyHandlers.ofString());
  }

  private static String digest(int sequence) {
    return Releases.digest(sequence).toString();
  }
}
