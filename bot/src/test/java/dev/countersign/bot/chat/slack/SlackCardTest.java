package dev.countersign.bot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.Message;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.UnknownBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.ChatFixtures;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackCardTest {
  @Test
  void showsACandidate() {
    List<LayoutBlock> blocks = blocks(SlackCard.render(ChatFixtures.card(ChatFixtures.proposed())));

    assertThat(((HeaderBlock) blocks.get(0)).getText().getText())
        .isEqualTo("✔ Review: diamonds-price 1.1.0 for production");
    assertThat(((SectionBlock) blocks.get(2)).getFields().get(0).getText())
        .isEqualTo("*rmse, USD*\n1,495 → 543 [531, 556], ▼ −951 [−998, −906]");
    ActionsBlock actions = (ActionsBlock) blocks.get(blocks.size() - 1);
    assertThat(actions.getElements())
        .extracting(element -> ((ButtonElement) element).getText().getText())
        .containsExactly("Review", "Run", "Diff");
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.bot.chat.ChatFixtures#events")
  void everyCardIsWhatSlacksOwnModelReads(ChatEvent event) {
    JsonNode message = SlackCard.render(ChatFixtures.card(event));

    assertThat(blocks(message)).noneMatch(UnknownBlock.class::isInstance);
    assertThat(message.path("text").asText()).isNotBlank();
    assertThat(SlackLimits.allow(message)).isTrue();
  }

  @Test
  void staysWithinTheLimits_andSaysWhatIsMissing() {
    JsonNode message = SlackCard.render(ChatFixtures.hostile("<!channel> " + "&".repeat(380), 60));

    assertThat(message.path("blocks").size()).isLessThanOrEqualTo(50);
    assertThat(message.path("blocks").toString()).hasSizeLessThanOrEqualTo(12_000);
    assertThat(message.path("blocks").findValuesAsText("text"))
        .allMatch(text -> text.length() <= 3000)
        .contains("… and 60 more metrics");
  }

  @DisplayName("Fault row 33: no mixture of a run's text is a mention, a link or formatting")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void runTextDoesNothing(String text) {
    JsonNode message = SlackCard.render(ChatFixtures.hostile(text, 2));

    for (LayoutBlock block : blocks(message)) {
      if (block instanceof SectionBlock section && section.getText() != null) {
        assertThat(section.getText().getText()).doesNotContain("<");
      }
    }
    assertThat(message.toString()).doesNotContain("\"verbatim\":false").doesNotContain("<!", "<@");
  }

  private static List<LayoutBlock> blocks(JsonNode message) {
    return GsonFactory.createSnakeCase().fromJson(message.toString(), Message.class).getBlocks();
  }
}
