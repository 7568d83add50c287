package dev.countersign.bot.chat.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.countersign.bot.chat.ChatFixtures;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.http.ChatServer;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;

class WebhookNotifierIT {
  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  @Test
  void isSigned_soThatTheReceiverCanCheckIt() {
    try (ChatServer chat = new ChatServer()) {
      chat.wireMock().stubFor(any(urlEqualTo(ChatServer.PATH)).willReturn(ok()));

      Delivery delivery =
          new WebhookNotifier(chat.endpoint(), SECRET)
              .send(ChatFixtures.post(ChatFixtures.proposed()));

      assertThat(delivery).isInstanceOf(Delivery.Sent.class);
      LoggedRequest request = chat.wireMock().getAllServeEvents().get(0).getRequest();
      assertThat(request.getHeader("webhook-id")).isEqualTo("msg_0123456789");
      assertThat(request.getHeader("webhook-timestamp")).isEqualTo("1795176000");
      assertThat(request.getHeader("webhook-signature"))
          .isEqualTo(signature("msg_0123456789.1795176000." + request.getBodyAsString()));
    }
  }

  /** The example of the Standard Webhooks specification's reference library. */
  @Test
  void signsAsTheSpecificationsExample() {
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            WebhookSignature.headers(
                SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body))
        .isEqualTo(
            Map.of(
                "webhook-id",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp",
                "1614265330",
                "webhook-signature",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void aSecretWithoutThePrefixIsItsOwnBytes() {
    assertThat(WebhookSignature.headers(new Secret("plain"), "a", Instant.EPOCH, new byte[0]))
        .containsEntry(
            "webhook-signature",
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(
                        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "plain").hmac("a.0.")));
  }

  @Test
  void theBodyIsData_asItCame() {
    JsonNode body = WebhookBody.of(ChatFixtures.post(ChatFixtures.blocked()));

    assertThat(body.path("type").asText()).isEqualTo("countersign.blocked");
    assertThat(body.path("timestamp").asText()).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(body.at("/data/model").asText()).isEqualTo("diamonds-price");
    assertThat(body.at("/data/environment").asText()).isEqualTo("production");
    assertThat(body.at("/data/thread").asText()).isEqualTo("diamonds-price/production/3");
    assertThat(body.at("/data/tone").asText()).isEqualTo("bad");
    assertThat(body.at("/data/metrics/0/live").asText()).isEqualTo("560");
    assertThat(body.at("/data/links/Review").asText()).isEqualTo(ChatFixtures.REQUEST.url());
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(StrictJson.read(bytes, "body").at("/data/title").asText())
        .isEqualTo("Blocked: diamonds-price 1.1.1 for production");
  }

  private static String signature(String signed) {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    return "v1,"
        + Base64.getEncoder()
            .encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(signed));
  }
}
