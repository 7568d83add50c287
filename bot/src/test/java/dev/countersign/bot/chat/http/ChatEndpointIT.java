package dev.countersign.bot.chat.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.countersign.bot.chat.http.ChatServer.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.error.CountersignException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting to a chat over HTTP. */
class ChatEndpointIT {
  private static final byte[] JSON = "{\"text\":\"é\"}".getBytes(StandardCharsets.UTF_8);
  private final ChatServer chat = new ChatServer();

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void postsJsonOnce() {
    answer(ok("ok"));

    assertThat(post()).isInstanceOf(Delivery.Sent.class);
    chat.wireMock()
        .verify(
            1,
            postRequestedFor(urlEqualTo(PATH))
                .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                .withHeader("x-extra", equalTo("1"))
                .withRequestBody(equalTo("{\"text\":\"é\"}")));
  }

  @Test
  void saysWhatTheVendorSays_whenTheCardIsRefused() {
    answer(aResponse().withStatus(400).withBody("invalid_blocks"));

    assertThat(reason()).isEqualTo("127.0.0.1 answered 400: invalid_blocks");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void postsAgain_whenItWasTooOften() {
    chat.wireMock()
        .stubFor(
            any(urlEqualTo(PATH))
                .inScenario("limit")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0"))
                .willSetStateTo("free"));
    chat.wireMock()
        .stubFor(
            any(urlEqualTo(PATH)).inScenario("limit").whenScenarioStateIs("free").willReturn(ok()));

    assertThat(post()).isInstanceOf(Delivery.Sent.class);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void doesNotWaitLongerThanTheLimit_whenItWasTooOften() {
    answer(aResponse().withStatus(429).withHeader("Retry-After", "3600").withBody("slow down"));

    assertThat(reason()).isEqualTo("127.0.0.1 answered 429: slow down");
    assertThat(requests()).isEqualTo(1);
  }

  @DisplayName("I11: what may have arrived is not sent again")
  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void postsOnce_whenTheAnswerSaysNothingOfTheMessage(int status) {
    answer(aResponse().withStatus(status));

    assertThat(post()).isInstanceOf(Delivery.Failed.class);
    assertThat(requests()).isEqualTo(1);
  }

  @DisplayName("I11: what may have arrived is not sent again, when the connection breaks")
  @ParameterizedTest
  @EnumSource(Fault.class)
  void postsOnce_whenTheConnectionBreaks(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThat(reason()).contains("127.0.0.1");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("Fault row 51: does not follow a redirect to another host")
  void followsNoRedirectElsewhere() {
    answer(aResponse().withStatus(307).withHeader("Location", "http://localhost:1/elsewhere"));

    assertThat(post()).isInstanceOf(Delivery.Failed.class);
  }

  static Stream<ResponseDefinitionBuilder> unwilling() {
    return Stream.of(
        aResponse().withStatus(404).withBody("no_service at " + PATH),
        aResponse().withStatus(403).withBody("<html>" + PATH + "</html>"),
        aResponse().withStatus(500).withBody("key " + ChatServer.CANARY),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1" + PATH));
  }

  @DisplayName("I13: no failure contains the address, even if the chat repeats it")
  @ParameterizedTest
  @MethodSource("unwilling")
  void keepsTheAddressToItself(ResponseDefinitionBuilder response) {
    answer(response);

    assertThat(reason()).doesNotContain(PATH).doesNotContain(PATH.substring(1));
    assertThat(post().toString()).doesNotContain("services");
  }

  @Test
  @DisplayName("I11: a chat that hangs is given up when the time is up")
  void givesUpOnAChatThatHangs() {
    answer(ok().withFixedDelay(60_000));
    ChatEndpoint hurried =
        ChatEndpoint.of(chat.address(), ChatServer.settings(Duration.ofMillis(300)));

    Delivery delivery = hurried.post(JSON, Map.of());

    assertThat(delivery).isInstanceOf(Delivery.Failed.class);
    assertThat(requests()).isLessThanOrEqualTo(1);
  }

  @DisplayName("I13: an address that is none is refused without being repeated")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://chat.example.com/canary",
        "canary",
        "https://canary@chat.example.com/",
        "file:///canary",
        "https://canary example"
      })
  void refusesWhatIsNoHttpsAddress(String address) {
    assertThatThrownBy(
            () -> ChatEndpoint.of(new Secret(address), ChatServer.settings(Duration.ofSeconds(1))))
        .isInstanceOf(CountersignException.class)
        .hasMessage("its secret is not an https address");
  }

  private void answer(ResponseDefinitionBuilder response) {
    chat.wireMock().stubFor(any(urlEqualTo(PATH)).willReturn(response));
  }

  private Delivery post() {
    return chat.endpoint().post(JSON, Map.of("x-extra", "1"));
  }

  private String reason() {
    return ((Delivery.Failed) post()).reason();
  }

  private int requests() {
    return chat.wireMock().getAllServeEvents().size();
  }
}
