package dev.countersign.bot.chat.googlechat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.CardLink;
import dev.countersign.bot.text.GoogleChatText;
import dev.countersign.bot.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A card as a message with {@code cardsV2}.
 *
 * @see <a href="https://developers.google.com/workspace/chat/api/reference/rest/v1/cards">Cards</a>
 */
public final class GoogleChatCard {
  /** Of a whole message; 32,000 by the reference of {@code spaces.messages.create}. */
  static final int MOST_BYTES = 31_000;

  /** Widgets beyond it are left out silently. */
  static final int MOST_WIDGETS = 100;

  private GoogleChatCard() {}

  /**
   * The message.
   *
   * @param thread key of the thread it starts or joins
   */
  public static ObjectNode render(Card card, String thread) {
    return message(card.fitting(each -> fits(message(each, thread))), thread);
  }

  private static boolean fits(ObjectNode message) {
    return message.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && message.findValues("widgets").stream().mapToInt(widgets -> widgets.size()).sum()
            <= MOST_WIDGETS;
  }

  private static ObjectNode message(Card card, String thread) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("thread").put("threadKey", thread);
    ObjectNode withId = message.putArray("cardsV2").addObject().put("cardId", "countersign");
    ObjectNode body = withId.putObject("card");
    body.putObject("header").put("title", PlainText.of(card.heading()));
    ArrayNode sections = body.putArray("sections");
    ArrayNode words = sections.addObject().putArray("widgets");
    paragraph(words, card.lead());
    card.notes().shown().forEach(note -> paragraph(words, "• " + note));
    remark(words, card.notes().remark());
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    card.metrics().shown().forEach(metric -> row(rows, metric.name(), metric.values()));
    remark(rows, card.metrics().remark());
    card.facts().shown().forEach(fact -> row(rows, fact.name(), fact.value()));
    remark(rows, card.facts().remark());
    buttons(rows, card.links());
    if (!rows.isEmpty()) {
      sections.addObject().set("widgets", rows);
    }
    return message;
  }

  private static void paragraph(ArrayNode widgets, String text) {
    widgets.addObject().putObject("textParagraph").put("text", GoogleChatText.widget(text));
  }

  private static void row(ArrayNode widgets, String name, String value) {
    ObjectNode decorated = widgets.addObject().putObject("decoratedText");
    decorated.put("topLabel", GoogleChatText.widget(name));
    decorated.put("text", GoogleChatText.widget(value)).put("wrapText", true);
  }

  private static void remark(ArrayNode widgets, Optional<String> remark) {
    remark.ifPresent(text -> paragraph(widgets, text));
  }

  private static void buttons(ArrayNode widgets, List<CardLink> links) {
    if (links.isEmpty()) {
      return;
    }
    ArrayNode buttons = widgets.addObject().putObject("buttonList").putArray("buttons");
    for (CardLink link : links) {
      ObjectNode button = buttons.addObject().put("text", PlainText.of(link.label()));
      button.putObject("onClick").putObject("openLink").put("url", link.address());
    }
  }
}
