package dev.countersign.bot.chat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.countersign.bot.chat.http.ChatServer;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chat hears of commands, and what a chat in trouble does to them. */
class ChatCommandsIT {
  @TempDir private Path folder;
  private final ChatServer chat = new ChatServer();
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
    scenario.configure(
        yaml ->
            yaml.replaceAll("(?m)^( *)approvers: .*$", "$0\n$1notify: [{channel: team}]")
                + "chat: {team: {kind: mattermost, url: \"${env:CHAT_URL}\"}}\n");
    scenario.in(Map.of("CHAT_URL", chat.address().reveal()));
    answer(ok("ok"));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void tellsOfACandidate_onceHoweverOftenItIsProposed() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);

    Scenario.Outcome first = propose(run);
    Scenario.Outcome again = propose(run);

    assertThat(titles()).containsExactly("◆ Review: m 1.0.0 for production");
    assertThat(first.data().at("/notifications/0/event").asText()).isEqualTo("proposed");
    assertThat(first.data().at("/notifications/0/sent").asBoolean()).isTrue();
    assertThat(again.data().path("notifications")).isEmpty();
  }

  @Test
  void tellsOfEveryTurn() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));
    scenario.run("approve", "m/production", "--as", "bob");
    scenario.run("close", "m/production", "--as", "bob", "--reason", "@channel too slow");
    propose(scenario.run("m", 3, 60, Scenario.NOON.plusSeconds(120)));

    assertThat(titles())
        .containsExactly(
            "◆ Review: m 1.0.0 for production",
            "○ Superseded: m 1.0.0 in production",
            "◆ Review: m 1.0.0 for production",
            "✔ Approved: m 1.0.0 in production",
            "✖ Rejected: m 1.0.0 in production",
            "✖ Blocked: m 1.0.0 for production");
    assertThat(messages().get(4)).contains("@ channel too slow").doesNotContain("@channel");
  }

  @Test
  void saysNothingOfAnApprovalThatDoesNotCount() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));

    scenario.run("approve", "m/production", "--as", "mallory");

    assertThat(titles()).hasSize(1);
  }

  @Test
  void tellsOfARollbackThatIsProposed() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    merge();
    propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));
    merge();

    scenario.run("rollback", "m/production", "--to", "1.0.0", "--reason", "wrong prices");

    assertThat(titles()).last().isEqualTo("◆ Review: m 1.0.0 for production");
    assertThat(messages()).last().asString().contains("Rollback of production", "wrong prices");
  }

  private void merge() {
    scenario.run("approve", "m/production", "--as", "bob");
    assertThat(scenario.run("merge", "m/production", "--as", "bob").exitCode())
        .as(scenario.output())
        .isZero();
  }

  @Test
  void tellsOfATrainingThatFailed() throws IOException {
    Path pipeline = folder.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        """
        version: 1
        name: prices
        model: m
        task: regression
        steps:
          train:
            argv: ["false"]
            outputs: {report: report.json, model: model, rows: rows.csv}
        bundle: {report: train.report, artifact: train.model, predictions: train.rows}
        """);

    Scenario.Outcome outcome =
        scenario.run(
            "run",
            pipeline.toString(),
            "--work",
            folder.resolve("work").toString(),
            "--to",
            folder.resolve("bundle").toString());

    assertThat(outcome.exitCode()).as(scenario.output()).isEqualTo(9);
    assertThat(titles()).containsExactly("✖ Training failed: m");
  }

  static Stream<ResponseDefinitionBuilder> troubles() {
    return Stream.of(
        aResponse().withStatus(400).withBody("Unable to parse incoming data"),
        aResponse().withStatus(500),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  @DisplayName("I11, fault row 64: a chat in trouble is a warning; exit code and outcome stay")
  @ParameterizedTest
  @MethodSource("troubles")
  void warnsAndGoesOn(ResponseDefinitionBuilder trouble) throws IOException {
    answer(trouble);
    Path run = scenario.run("m", 1, 5, Scenario.NOON);

    Scenario.Outcome outcome = propose(run);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.data().at("/proposals/0/outcome").asText()).isEqualTo("proposed");
    assertThat(outcome.data().at("/notifications/0/sent").asBoolean()).isFalse();
    assertThat(outcome.data().at("/notifications/0/warning").asText()).contains("127.0.0.1");
    assertThat(scenario.output())
        .contains("warning: channel \"team\" was not told of \"proposed\"");
    answer(ok());
    propose(run);
    assertThat(messages()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  @DisplayName("I13: no output and no ref contains the channel's address")
  void keepsTheAddressToItself() throws IOException {
    answer(aResponse().withStatus(404).withBody("nothing at " + ChatServer.PATH));

    propose(scenario.run("m", 1, 5, Scenario.NOON));

    assertThat(scenario.output()).contains("answered 404").doesNotContain(ChatServer.CANARY);
    try (Stream<Path> files = Files.walk(scenario.repository())) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(ChatServer.CANARY));
    }
  }

  @Test
  void aSecretThatIsNotSetIsAWarningWithItsName() throws IOException {
    scenario.in(Map.of());

    Scenario.Outcome outcome = propose(scenario.run("m", 1, 5, Scenario.NOON));

    assertThat(outcome.exitCode()).isZero();
    assertThat(scenario.output()).contains("the secret \"${env:CHAT_URL}\" is empty or not set");
  }

  @Test
  @DisplayName("Fault row 64: of several jobs that see the same event, one tells it")
  void oneOfManyTells() throws Exception {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    scenario.in(Map.of());
    propose(run);
    int many = 4;
    List<Scenario> jobs = IntStream.range(0, many).mapToObj(i -> scenario.another()).toList();
    jobs.forEach(job -> job.in(Map.of("CHAT_URL", chat.address().reveal())));
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Scenario.Outcome>> proposals =
          jobs.stream()
              .map(job -> (Callable<Scenario.Outcome>) () -> job.run("propose", run.toString()))
              .toList();
      for (Future<Scenario.Outcome> proposal : threads.invokeAll(proposals)) {
        assertThat(proposal.get().exitCode()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(titles()).containsExactly("◆ Review: m 1.0.0 for production");
  }

  @Test
  void previewsEveryCardOfEveryPlatform_andSendsNone() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);

    Scenario.Outcome preview = scenario.run("preview", run.toString(), "--chat");

    assertThat(preview.exitCode()).isZero();
    assertThat(preview.data().path("cards").findValuesAsText("event"))
        .contains(
            "proposed",
            "blocked",
            "superseded",
            "approved",
            "rejected",
            "stale",
            "run-failed",
            "deployed",
            "deploy-failed",
            "rolled-back");
    assertThat(preview.data().at("/cards/0/platforms").fieldNames())
        .toIterable()
        .containsExactly("slack", "teams", "googleChat", "mattermost", "email", "webhook");
    assertThat(messages()).isEmpty();
  }

  private void answer(ResponseDefinitionBuilder response) {
    chat.wireMock().stubFor(any(urlEqualTo(ChatServer.PATH)).willReturn(response));
  }

  private Scenario.Outcome propose(Path run) {
    return scenario.run("propose", run.toString());
  }

  /** Oldest first. */
  private List<String> messages() {
    List<String> newestFirst =
        chat.wireMock().getAllServeEvents().stream()
            .map(event -> event.getRequest().getBodyAsString())
            .toList();
    return IntStream.rangeClosed(1, newestFirst.size())
        .mapToObj(i -> newestFirst.get(newestFirst.size() - i))
        .toList();
  }

  private List<String> titles() {
    return messages().stream()
        .map(body -> StrictJson.read(body.getBytes(StandardCharsets.UTF_8), "body"))
        .map(body -> body.at("/attachments/0/title").asText())
        .toList();
  }
}
