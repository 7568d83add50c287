package dev.countersign.bot.chat.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.countersign.bot.chat.ChatFixtures;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.ChatServer;
import dev.countersign.bot.transport.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Slack's Web API by Slack's own library. */
class SlackBotNotifierIT {
  private static final Secret TOKEN = new Secret("xoxb-canary-17653672481");
  private static final String POST = "/api/chat.postMessage";
  private static final String UPDATE = "/api/chat.update";
  private final ChatServer slack = new ChatServer();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void postsTheCard_andKnowsWhatSlackCallsIt() {
    answer(POST, okJson("{\"ok\":true,\"channel\":\"C0123\",\"ts\":\"1795176000.000100\"}"));

    Delivery delivery = send(ChatFixtures.post(ChatFixtures.proposed()));

    assertThat(delivery).isEqualTo(new Delivery.Sent(Optional.of("1795176000.000100")));
    Map<String, String> form = forms(POST).get(0);
    assertThat(form)
        .containsEntry("channel", "C0123")
        .containsEntry("link_names", "0")
        .containsEntry("parse", "none")
        .containsEntry("unfurl_links", "0")
        .doesNotContainKey("thread_ts");
    assertThat(form.get("blocks")).startsWith("[{\"type\":\"header\"");
    assertThat(request(POST).getHeader("Authorization")).isEqualTo("Bearer " + TOKEN.reveal());
  }

  @Test
  void laterMessagesJoinTheThread() {
    answer(POST, okJson("{\"ok\":true,\"ts\":\"2\"}"));

    send(ChatFixtures.post(ChatFixtures.deployed(), Optional.of("1")));

    assertThat(forms(POST).get(0)).containsEntry("thread_ts", "1");
    assertThat(forms(UPDATE)).isEmpty();
  }

  @Test
  void theFirstMessageShowsTheCandidateThatIsUnderReviewNow() {
    answer(POST, okJson("{\"ok\":true,\"ts\":\"2\"}"));
    answer(UPDATE, okJson("{\"ok\":true,\"ts\":\"1\"}"));

    Delivery delivery = send(ChatFixtures.post(ChatFixtures.blocked(), Optional.of("1")));

    assertThat(delivery).isEqualTo(new Delivery.Sent(Optional.of("2")));
    assertThat(forms(UPDATE).get(0)).containsEntry("ts", "1").containsEntry("channel", "C0123");
    assertThat(forms(UPDATE).get(0).get("blocks")).isEqualTo(forms(POST).get(0).get("blocks"));
  }

  @Test
  void saysWhatSlackSays_whenItRefusesTheCard() {
    answer(
        POST,
        okJson(
            "{\"ok\":false,\"error\":\"invalid_blocks\",\"response_metadata\":"
                + "{\"messages\":[\"[ERROR] no more than 50 items allowed\"]}}"));

    assertThat(reason())
        .isEqualTo("Slack refused it: invalid_blocks: [ERROR] no more than 50 items allowed");
  }

  @Test
  void postsAgain_whenItWasTooOften() {
    slack
        .wireMock()
        .stubFor(
            any(urlEqualTo(POST))
                .inScenario("limit")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0"))
                .willSetStateTo("free"));
    slack
        .wireMock()
        .stubFor(
            any(urlEqualTo(POST))
                .inScenario("limit")
                .whenScenarioStateIs("free")
                .willReturn(okJson("{\"ok\":true,\"ts\":\"1\"}")));

    assertThat(send(ChatFixtures.post(ChatFixtures.proposed()))).isInstanceOf(Delivery.Sent.class);
    assertThat(forms(POST)).hasSize(2);
  }

  @Test
  @DisplayName("I11: what may have arrived is not sent again")
  void postsOnce_whenTheConnectionBreaks() {
    answer(POST, aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThat(reason()).startsWith("Slack gave no answer");
    assertThat(forms(POST)).hasSize(1);
  }

  @Test
  @DisplayName("I11: a Slack that hangs is given up when the time is up")
  void givesUpOnASlackThatHangs() {
    answer(POST, okJson("{\"ok\":true}").withFixedDelay(60_000));

    assertThat(notifier(Duration.ofMillis(300)).send(ChatFixtures.post(ChatFixtures.proposed())))
        .isInstanceOf(Delivery.Failed.class);
    assertThat(forms(POST)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  @DisplayName("I13: no failure contains the token, even if Slack repeats it")
  void keepsTheTokenToItself() {
    answer(POST, aResponse().withStatus(401).withBody("bad token " + TOKEN.reveal()));

    assertThat(reason()).isEqualTo("Slack answered 401: bad token ***");
  }

  private void answer(String path, ResponseDefinitionBuilder response) {
    slack.wireMock().stubFor(any(urlEqualTo(path)).willReturn(response));
  }

  private String reason() {
    return ((Delivery.Failed) send(ChatFixtures.post(ChatFixtures.proposed()))).reason();
  }

  private Delivery send(Post post) {
    return notifier(Duration.ofSeconds(5)).send(post);
  }

  private SlackBotNotifier notifier(Duration limit) {
    String api = "http://127.0.0.1:" + slack.wireMock().port() + "/api/";
    return new SlackBotNotifier(TOKEN, "C0123", api, ChatServer.settings(limit));
  }

  private LoggedRequest request(String path) {
    return requests(path).get(0);
  }

  private List<LoggedRequest> requests(String path) {
    return slack.wireMock().getAllServeEvents().stream()
        .map(event -> event.getRequest())
        .filter(request -> request.getUrl().equals(path))
        .toList();
  }

  private List<Map<String, String>> forms(String path) {
    return requests(path).stream()
        .map(
            request ->
                Arrays.stream(request.getBodyAsString().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(
                        Collectors.toMap(
                            pair -> pair[0],
                            pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                            (first, same) -> first)))
        .toList();
  }
}
