package dev.countersign.bot.chat.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.ChatFixtures;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MattermostCardTest {
  @Test
  void showsACandidate_withATableAndLinks() {
    JsonNode attachment =
        MattermostCard.render(ChatFixtures.card(ChatFixtures.proposed())).at("/attachments/0");

    assertThat(attachment.path("title").asText())
        .isEqualTo("✔ Review: diamonds-price 1.1.0 for production");
    assertThat(attachment.path("title_link").asText()).isEqualTo(ChatFixtures.REQUEST.url());
    assertThat(attachment.path("color").asText()).isEqualTo("#2e7d32");
    assertThat(attachment.path("text").asText())
        .contains("| rmse, USD | 1,495 | 543 \\[531, 556\\] | ▼ −951 ")
        .endsWith("[Diff](" + ChatFixtures.REQUEST.url() + "/diffs)");
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.bot.chat.ChatFixtures#events")
  void everyCardHasWhatNotificationsShow(ChatEvent event) {
    JsonNode attachment = MattermostCard.render(ChatFixtures.card(event)).at("/attachments/0");

    assertThat(attachment.path("fallback").asText()).isNotBlank();
    assertThat(attachment.path("text").asText()).isNotBlank();
  }

  @Test
  void staysWithinTheLimits_andSaysWhatIsMissing() {
    JsonNode message = MattermostCard.render(ChatFixtures.hostile("|".repeat(390), 60));
    String text = message.at("/attachments/0/text").asText();

    assertThat(message.path("attachments").toString()).hasSizeLessThanOrEqualTo(7_600);
    assertThat(text).hasSizeLessThanOrEqualTo(16_383).contains("… and 60 more metrics");
  }

  @DisplayName("Fault row 33: a run's text brings no link, no picture and no mention")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void runTextDoesNothing(String text) {
    String markdown =
        MattermostCard.render(ChatFixtures.hostile(text, 1)).at("/attachments/0/text").asText();

    assertThat(markdown).doesNotContainPattern("@\\S");
    assertThat(links(parse(markdown))).containsExactly(ChatFixtures.REQUEST.url());
  }

  private static Node parse(String markdown) {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
        .build()
        .parse(markdown);
  }

  private static List<String> links(Node node) {
    List<String> found = new java.util.ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Link link) {
        found.add(link.getDestination());
      } else if (child instanceof Image image) {
        found.add("picture " + image.getDestination());
      }
      found.addAll(links(child));
    }
    return found;
  }
}
