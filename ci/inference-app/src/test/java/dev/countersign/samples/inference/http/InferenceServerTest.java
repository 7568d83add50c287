package dev.countersign.samples.inference.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.samples.inference.SampleModel;
import dev.countersign.samples.inference.input.InputSchemaReader;
import dev.countersign.samples.inference.log.PredictionLog;
import dev.countersign.samples.inference.model.Predictor;
import dev.countersign.samples.inference.model.ServedModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The HTTP interface, with a model that answers the carat times 1000. */
@Timeout(60)
class InferenceServerTest {
  private static final Instant NOW = Instant.parse("2026-05-03T14:00:00Z");
  private static final String ONE = "{\"instances\":[{\"carat\":2,\"depth\":60}]}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<String> errors = new ArrayList<>();
  private final InferenceServer server =
      serve(rows -> rows.stream().map(r -> r.get(0) * 1000).toList());

  private InferenceServer serve(Predictor predictor) {
    ServedModel model =
        new ServedModel(
            ReferenceFixtures.first(),
            ReferenceFixtures.first().artifact().digest(),
            InputSchemaReader.read(SampleModel.SCHEMA.getBytes(StandardCharsets.UTF_8)),
            predictor);
    PredictionLog predictions = new PredictionLog(log, errors::add);
    return InferenceServer.start(
        new Predictions(model, predictions, Clock.fixed(NOW, ZoneOffset.UTC)), 0, errors::add);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void answersABatch_andLogsEachPrediction() throws Exception {
    HttpResponse<String> response =
        send(
            request("/predict")
                .header("X-Transaction-Id", "t-1")
                .POST(
                    BodyPublishers.ofString(
                        "{\"instances\":[{\"carat\":2,\"depth\":60},{\"depth\":1,\"recordId\":\"b\"}]}")));

    JsonNode answer = new ObjectMapper().readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answer.path("predictions").toString())
        .isEqualTo("[{\"recordId\":\"0\",\"value\":2000.0},{\"recordId\":\"b\",\"value\":700.0}]");
    assertThat(answer.path("target").toString()).isEqualTo("{\"name\":\"price\",\"unit\":\"USD\"}");
    assertThat(answer.path("transactionId").asText()).isEqualTo("t-1");
    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"transactionId\":\"t-1\",\"recordId\""))
        .allMatch(line -> line.contains("\"time\":\"2026-05-03T14:00:00Z\""));
  }

  @Test
  void makesATransactionId_whenTheCallersIsNotSafeToLog() throws Exception {
    HttpResponse<String> response =
        send(
            request("/predict")
                .header("X-Transaction-Id", "{\"forged\": true}")
                .POST(BodyPublishers.ofString(ONE)));

    assertThat(new ObjectMapper().readTree(response.body()).path("transactionId").asText())
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void saysWhatItServes() throws Exception {
    HttpResponse<String> response = send(request("/reference").GET());

    JsonNode answer = new ObjectMapper().readTree(response.body());
    assertThat(answer.path("model").asText())
        .isEqualTo(ReferenceFixtures.first().line().model().value());
    assertThat(answer.path("artifactDigest").asText())
        .isEqualTo(ReferenceFixtures.first().artifact().digest().toString());
    assertThat(send(request("/health").GET()).body()).isEqualTo("{\"status\":\"ready\"}\n");
  }

  @Test
  void answers400_withEveryProblem() throws Exception {
    HttpResponse<String> response =
        send(
            request("/predict")
                .POST(BodyPublishers.ofString("{\"instances\":[{\"cut\":\"Godo\"}]}")));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(
            new ObjectMapper()
                .readTree(response.body())
                .path("problems")
                .findValuesAsText("message"))
        .containsExactly(
            "\"Godo\" is not one of Fair, Good, Ideal; did you mean \"Good\"?",
            "\"depth\" is missing");
    assertThat(log.size()).isZero();
  }

  @Test
  void answers413_toABodyThatIsTooLarge() throws Exception {
    HttpResponse<String> response =
        send(request("/predict").POST(BodyPublishers.ofByteArray(new byte[3 << 20])));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"error\":\"a request has at most 1048576 bytes\"}\n");
  }

  @Test
  void answers405And404_namingWhatThereIs() throws Exception {
    HttpResponse<String> method = send(request("/predict").GET());
    HttpResponse<String> path = send(request("/nowhere").GET());

    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).hasValue("POST");
    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(path.body()).contains("there are /predict, /health, /reference");
  }

  @Test
  void answers500_withoutTheReason_whenTheModelFails() throws Exception {
    InferenceServer broken =
        serve(
            rows -> {
              throw new IllegalStateException("inner secret");
            });
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(uri(broken, "/predict")).POST(BodyPublishers.ofString(ONE)));
    broken.stop();

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret", "Exception");
    assertThat(errors).singleElement().asString().contains("inner secret");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(server, path));
  }

  private static URI uri(InferenceServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
