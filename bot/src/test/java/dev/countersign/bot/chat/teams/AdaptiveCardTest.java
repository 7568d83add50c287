package dev.countersign.bot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.chat.ChatFixtures;
import dev.countersign.bot.config.ChannelConfig.Teams.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdaptiveCardTest {
  @Test
  void showsACandidate() {
    JsonNode card = AdaptiveCard.render(ChatFixtures.card(ChatFixtures.proposed()));

    assertThat(card.at("/body/0/style").asText()).isEqualTo("good");
    assertThat(card.at("/body/0/items/0/inlines/0/text").asText())
        .isEqualTo("✔ Review: diamonds-price 1.1.0 for production");
    assertThat(card.findValuesAsText("text"))
        .contains("rmse, USD", "1,495 → 543 [531, 556], ▼ −951 [−998, −906]");
    assertThat(card.path("actions").findValuesAsText("title"))
        .containsExactly("Review", "Run", "Diff");
    assertThat(card.path("actions").findValuesAsText("type")).containsOnly("Action.OpenUrl");
  }

  @Test
  void aMessageHasTheCardAsItsOneAttachment() {
    JsonNode card = AdaptiveCard.render(ChatFixtures.card(ChatFixtures.deployed()));
    JsonNode message =
        TeamsNotifier.body(ChatFixtures.card(ChatFixtures.deployed()), Envelope.MESSAGE);

    assertThat(message.path("type").asText()).isEqualTo("message");
    assertThat(message.path("attachments")).hasSize(1);
    assertThat(message.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(message.at("/attachments/0/content")).isEqualTo(card);
  }

  @Test
  void theOtherEnvelopeIsTheCardItself() {
    JsonNode body = TeamsNotifier.body(ChatFixtures.card(ChatFixtures.deployed()), Envelope.CARD);

    assertThat(body.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(body.path("version").asText()).isEqualTo("1.5");
  }

  @Test
  void staysWithinTheLimit_andSaysWhatIsMissing() {
    JsonNode message =
        TeamsNotifier.body(ChatFixtures.hostile("é".repeat(390), 60), Envelope.MESSAGE);

    assertThat(message.toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(28 * 1024);
    assertThat(message.findValuesAsText("text")).contains("… and 60 more metrics");
  }

  @DisplayName("Fault row 33: a run's text stands in runs only, which know no Markdown")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void runTextDoesNothing(String text) {
    JsonNode card = AdaptiveCard.render(ChatFixtures.hostile(text, 2));

    List<JsonNode> withText = card.findParents("text");
    assertThat(withText).isNotEmpty();
    assertThat(withText).allMatch(node -> node.path("type").asText().equals("TextRun"));
    assertThat(card.findValuesAsText("text"))
        .noneMatch(run -> run.contains("{{") || run.contains("<at>"));
  }
}
