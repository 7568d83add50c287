package dev.countersign.bot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.ChatFixtures;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.ChatEndpoint;
import dev.countersign.bot.chat.http.ChatServer;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Slack as others understand it: the npm package {@code emulate@0.11.2}, on Node 20. {@code
 * -Demulate=node_modules/emulate} names its folder.
 */
@EnabledIfSystemProperty(
    named = "emulate",
    matches = ".+",
    disabledReason = "needs npm's emulate@0.11.2: -Demulate=node_modules/emulate")
class SlackEmulatorIT {
  private static final Secret TOKEN = new Secret("test_token_admin");
  private static final String GENERAL = "C000000001";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Optional<Process> emulator = Optional.empty();
  private static String address = "";

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    address = "http://127.0.0.1:" + port;
    Path program = Path.of(System.getProperty("emulate"), "dist", "index.js");
    emulator =
        Optional.of(
            new ProcessBuilder(
                    "node",
                    program.toString(),
                    "start",
                    "--service",
                    "slack",
                    "--port",
                    Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(ConnectException.class)
        .until(() -> call("auth.test", "").path("ok").asBoolean());
  }

  @AfterAll
  static void stop() {
    emulator.ifPresent(Process::destroy);
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.bot.chat.ChatFixtures#events")
  void takesEveryCard_byTheWebhook(ChatEvent event) {
    ChatEndpoint endpoint =
        ChatEndpoint.of(
            new Secret(address + "/services/T000000001/B000000001/X000000001"),
            ChatServer.settings(Duration.ofSeconds(30)));

    assertThat(new SlackWebhookNotifier(endpoint).send(ChatFixtures.post(event)))
        .isInstanceOf(Delivery.Sent.class);
  }

  @Test
  void takesAPromotion_asOneThread_whoseFirstMessageIsEdited() throws Exception {
    String first = sent(ChatFixtures.post(ChatFixtures.proposed()));
    sent(ChatFixtures.post(ChatFixtures.blocked(), Optional.of(first)));
    sent(ChatFixtures.post(ChatFixtures.deployed(), Optional.of(first)));

    JsonNode messages =
        call("conversations.replies", "channel=" + GENERAL + "&ts=" + first).path("messages");

    assertThat(messages).hasSize(3);
    assertThat(messages.findValuesAsText("thread_ts")).containsOnly(first);
    assertThat(messages.get(0).path("text").asText()).contains("Blocked");
    assertThat(messages.get(0).at("/blocks/0/type").asText()).isEqualTo("header");
  }

  @Test
  void aChannelThatIsNotThereIsSaidSo() {
    SlackBotNotifier elsewhere =
        new SlackBotNotifier(
            TOKEN, "C999", address + "/api/", ChatServer.settings(Duration.ofSeconds(30)));

    assertThat(elsewhere.send(ChatFixtures.post(ChatFixtures.deployed())))
        .isEqualTo(new Delivery.Failed("Slack refused it: channel_not_found"));
  }

  private static String sent(Post post) {
    Delivery delivery =
        new SlackBotNotifier(
                TOKEN, GENERAL, address + "/api/", ChatServer.settings(Duration.ofSeconds(30)))
            .send(post);
    return ((Delivery.Sent) delivery).message().orElseThrow();
  }

  private static JsonNode call(String method, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/" + method))
            .header("Authorization", "Bearer " + TOKEN.reveal())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return StrictJson.read(
        HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body(), method);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
