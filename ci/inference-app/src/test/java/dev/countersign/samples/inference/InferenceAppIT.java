package dev.countersign.samples.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.samples.inference.xgboost.XGBoostPredictor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The app as a process. */
@Timeout(120)
class InferenceAppIT {
  @TempDir Path folder;
  private Path store;
  private Path files;
  private Artifact artifact;
  private Path reference;
  private int port;

  @BeforeEach
  void promote() throws Exception {
    store = folder.resolve("store");
    files = SampleModel.write(folder.resolve("model"));
    artifact = SampleModel.store(store, files);
    reference = SampleModel.writeReference(folder.resolve("model-reference.json"), artifact);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void servesTheModelOfAReference_fromTheStore() throws Exception {
    Path log = folder.resolve("predictions.jsonl");
    Process app = start("--store", store.toString(), "--prediction-log", log.toString());
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptions()
          .until(() -> get("/health").statusCode() == 200);

      assertThat(get("/reference").body()).contains("\"artifactDigest\":\"" + artifact.digest());
      List<Float> expected =
          XGBoostPredictor.load(SampleModel.ubj()).predict(List.of(List.of(0.2f, 2f, 60f)));
      HttpResponse<String> cheap = predict("{\"instances\":[{\"carat\":0.2,\"depth\":60}]}");
      assertThat(cheap.statusCode()).isEqualTo(200);
      assertThat(cheap.body())
          .contains("\"unit\":\"USD\"")
          .contains("\"value\":" + expected.get(0));
      assertThat(log).content().contains("\"carat\":0.2,\"cut\":\"Ideal\",\"depth\":60.0");
    } finally {
      app.destroy();
      app.waitFor();
    }
  }

  @Test
  @DisplayName("I3, fault row 1: a byte flipped in the store: exit 3, and no port is opened")
  void refusesToStart_whenTheStoreHoldsOtherBytes() throws Exception {
    flipAByte(store.resolve("sha256").resolve(artifact.digest().hex()).resolve("model.ubj"));

    Process app = start("--store", store.toString());

    assertThat(app.waitFor()).isEqualTo(3);
    assertThat(output()).startsWith("digest-mismatch: ").contains(artifact.digest().toString());
  }

  @Test
  @DisplayName("I3: a folder that holds another model than the reference names: exit 3")
  void refusesToStart_whenTheFolderHoldsOtherBytes() throws Exception {
    flipAByte(files.resolve("model.ubj"));

    Process app = start("--model-dir", files.toString());

    assertThat(app.waitFor()).isEqualTo(3);
    assertThat(output()).startsWith("digest-mismatch: ");
  }

  @Test
  @DisplayName("A reference that was edited: exit 3")
  void refusesToStart_whenTheReferenceWasEdited() throws Exception {
    Files.writeString(
        reference, Files.readString(reference).replace("\"sequence\": 1", "\"sequence\": 2"));

    Process app = start("--store", store.toString());

    assertThat(app.waitFor()).isEqualTo(3);
    assertThat(output()).startsWith("checksum-mismatch: ");
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    Process app = start("--stor", store.toString());

    assertThat(app.waitFor()).isEqualTo(2);
    assertThat(output())
        .startsWith("usage: there is no option \"--stor\"; did you mean \"--store\"?");
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Process app = start("--model-dir", files.toString());

      assertThat(app.waitFor()).isEqualTo(7);
      assertThat(output())
          .isEqualTo("environment-unavailable: port " + holder.getLocalPort() + " is taken\n");
    }
  }

  private Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                InferenceApp.class.getName(),
                "--reference",
                reference.toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  private static void flipAByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    file.toFile().setWritable(true);
    Files.write(file, bytes);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private HttpResponse<String> predict(String body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri("/predict")).POST(BodyPublishers.ofString(body)));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
