package dev.countersign.bot.chat.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.CardLink;
import dev.countersign.bot.text.SlackText;
import java.util.List;
import java.util.Optional;

/**
 * A card in Block Kit.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks and their limits</a>
 */
public final class SlackCard {
  static final int MOST_BLOCKS = 50;
  static final int HEADER_LENGTH = 150;
  static final int TEXT_LENGTH = 3000;
  static final int FIELDS = 10;
  static final int FIELD_LENGTH = 2000;
  static final int BUTTON_LENGTH = 75;

  /** Not documented; a sum above about 13,000 is refused with {@code msg_blocks_too_long}. */
  static final int ALL_LENGTH = 12_000;

  private SlackCard() {}

  /** The message: {@code text} for notifications, and {@code blocks}. */
  public static ObjectNode render(Card card) {
    return message(card.fitting(each -> SlackLimits.allow(message(each))));
  }

  private static ObjectNode message(Card card) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("text", SlackText.mrkdwn(card.heading()) + ": " + SlackText.mrkdwn(card.lead()));
    message.put("unfurl_links", false).put("unfurl_media", false);
    ArrayNode blocks = message.putArray("blocks");
    ObjectNode header = blocks.addObject().put("type", "header");
    header.set("text", plain(cut(SlackText.plain(card.heading()), HEADER_LENGTH)));
    section(blocks, SlackText.mrkdwn(card.lead()));
    card.notes().shown().forEach(note -> section(blocks, "• " + SlackText.mrkdwn(note)));
    remark(blocks, card.notes().remark());
    fields(blocks, card.metrics().shown().stream().map(m -> field(m.name(), m.values())).toList());
    remark(blocks, card.metrics().remark());
    fields(blocks, card.facts().shown().stream().map(f -> field(f.name(), f.value())).toList());
    remark(blocks, card.facts().remark());
    buttons(blocks, card.links());
    return message;
  }

  private static String field(String name, String value) {
    return "*" + SlackText.mrkdwn(name) + "*\n" + SlackText.mrkdwn(value);
  }

  private static void section(ArrayNode blocks, String mrkdwn) {
    if (!mrkdwn.isEmpty()) {
      blocks.addObject().put("type", "section").set("text", mrkdwn(mrkdwn));
    }
  }

  private static void fields(ArrayNode blocks, List<String> fields) {
    for (int i = 0; i < fields.size(); i += FIELDS) {
      ArrayNode some = blocks.addObject().put("type", "section").putArray("fields");
      fields.subList(i, Math.min(i + FIELDS, fields.size())).forEach(f -> some.add(mrkdwn(f)));
    }
  }

  private static void remark(ArrayNode blocks, Optional<String> remark) {
    remark.ifPresent(
        text -> blocks.addObject().put("type", "context").putArray("elements").add(mrkdwn(text)));
  }

  private static void buttons(ArrayNode blocks, List<CardLink> links) {
    if (links.isEmpty()) {
      return;
    }
    ArrayNode elements = blocks.addObject().put("type", "actions").putArray("elements");
    for (CardLink link : links) {
      ObjectNode button = elements.addObject().put("type", "button");
      button.set("text", plain(cut(SlackText.plain(link.label()), BUTTON_LENGTH)));
      button.put("url", link.address()).put("action_id", "open-" + elements.size());
    }
  }

  private static ObjectNode mrkdwn(String text) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    return object.put("type", "mrkdwn").put("text", text).put("verbatim", true);
  }

  private static ObjectNode plain(String text) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    return object.put("type", "plain_text").put("text", text).put("emoji", false);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
