package dev.countersign.bot.chat.googlechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.ChatFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleChatCardTest {
  private static final String THREAD = "diamonds-price.production.2";

  @Test
  void showsACandidate_inTheThreadOfItsPromotion() {
    JsonNode message = GoogleChatCard.render(ChatFixtures.card(ChatFixtures.proposed()), THREAD);

    assertThat(message.at("/thread/threadKey").asText()).isEqualTo(THREAD);
    assertThat(message.at("/cardsV2/0/card/header/title").asText())
        .isEqualTo("✔ Review: diamonds-price 1.1.0 for production");
    assertThat(message.at("/cardsV2/0/card/sections/1/widgets/0/decoratedText/topLabel").asText())
        .isEqualTo("rmse, USD");
    assertThat(message.findValues("openLink"))
        .extracting(link -> link.path("url").asText())
        .first()
        .isEqualTo(ChatFixtures.REQUEST.url());
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.bot.chat.ChatFixtures#events")
  void everyKeyIsOneThatTheApiKnows(ChatEvent event) throws IOException {
    JsonNode message = GoogleChatCard.render(ChatFixtures.card(event), THREAD);

    try (InputStream schema =
        GoogleChatCardTest.class.getResourceAsStream("/chat/google-chat-message.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(message))
          .isEmpty();
    }
  }

  @Test
  void staysWithinTheLimits_andSaysWhatIsMissing() {
    JsonNode message = GoogleChatCard.render(ChatFixtures.hostile("é".repeat(390), 60), THREAD);

    assertThat(message.toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(32_000);
    assertThat(widgets(message)).isLessThanOrEqualTo(100);
    assertThat(message.findValuesAsText("text")).contains("… and 60 more metrics");
  }

  @Test
  void hasNoMoreWidgetsThanAreShown() {
    JsonNode message = GoogleChatCard.render(ChatFixtures.hostile("x", 60), THREAD);

    assertThat(widgets(message)).isLessThanOrEqualTo(100);
    assertThat(message.findValuesAsText("text")).anyMatch(text -> text.startsWith("… and "));
  }

  @DisplayName("Fault row 33: a run's text is no tag and no mention")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void runTextDoesNothing(String text) {
    JsonNode message = GoogleChatCard.render(ChatFixtures.hostile(text, 2), THREAD);

    assertThat(message.findValuesAsText("text")).noneMatch(value -> value.contains("<"));
    assertThat(message.findValuesAsText("topLabel")).noneMatch(value -> value.contains("<"));
  }

  private static int widgets(JsonNode message) {
    return message.findValues("widgets").stream().mapToInt(JsonNode::size).sum();
  }
}
