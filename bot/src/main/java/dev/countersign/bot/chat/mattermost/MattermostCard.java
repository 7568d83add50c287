package dev.countersign.bot.chat.mattermost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.MattermostText;
import java.util.stream.Collectors;

/**
 * A card as a message with one attachment.
 *
 * @see <a href="https://developers.mattermost.com/integrate/reference/message-attachments/">Message
 *     attachments</a>
 */
public final class MattermostCard {
  /** Of a post's text, where a server does not allow less. */
  static final int TEXT_LENGTH = 16_383;

  /** Of all attachments as JSON, for servers before 6.0; later ones allow a hundred times more. */
  static final int ALL_LENGTH = 7_600;

  private MattermostCard() {}

  /** The message. */
  public static ObjectNode render(Card card) {
    return message(card.fitting(each -> fits(message(each))));
  }

  private static boolean fits(ObjectNode message) {
    String attachments = message.path("attachments").toString();
    return attachments.codePointCount(0, attachments.length()) <= ALL_LENGTH;
  }

  private static ObjectNode message(Card card) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("fallback", MattermostText.inline(card.heading()));
    attachment.put("color", color(card.tone()));
    attachment.put("title", MattermostText.inline(card.heading()));
    card.links().stream()
        .findFirst()
        .ifPresent(link -> attachment.put("title_link", link.address()));
    attachment.put("text", text(card));
    ArrayNode fields = attachment.putArray("fields");
    for (Card.Fact fact : card.facts().shown()) {
      ObjectNode field = fields.addObject().put("short", true);
      field.put("title", MattermostText.inline(fact.name()));
      field.put("value", MattermostText.inline(fact.value()));
    }
    return message;
  }

  private static String text(Card card) {
    StringBuilder text = new StringBuilder(MattermostText.inline(card.lead()));
    card.notes().shown().forEach(note -> text.append("\n* ").append(MattermostText.inline(note)));
    card.notes().remark().ifPresent(remark -> text.append("\n\n").append(remark));
    if (!card.metrics().shown().isEmpty()) {
      text.append("\n\n| Metric | Live | Candidate | Difference |\n|:--|--:|--:|--:|");
      card.metrics().shown().forEach(metric -> text.append('\n').append(row(metric)));
    }
    card.metrics().remark().ifPresent(remark -> text.append("\n\n").append(remark));
    card.facts().remark().ifPresent(remark -> text.append("\n\n").append(remark));
    if (!card.links().isEmpty()) {
      text.append("\n\n").append(links(card));
    }
    return text.toString();
  }

  private static String row(Card.Metric metric) {
    return "| %s | %s | %s | %s |"
        .formatted(
            MattermostText.cell(metric.name()),
            MattermostText.cell(metric.live().orElse("")),
            MattermostText.cell(metric.candidate()),
            MattermostText.cell(metric.change().orElse("")));
  }

  private static String links(Card card) {
    return card.links().stream()
        .map(link -> "[%s](%s)".formatted(MattermostText.inline(link.label()), link.address()))
        .collect(Collectors.joining(" · "));
  }

  private static String color(Tone tone) {
    return switch (tone) {
      case GOOD -> "#2e7d32";
      case BAD -> "#c62828";
      case OPEN -> "#f9a825";
      case PLAIN -> "#607d8b";
    };
  }
}
