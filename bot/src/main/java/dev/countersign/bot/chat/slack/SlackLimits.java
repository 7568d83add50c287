package dev.countersign.bot.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;

/** What Slack takes at most. */
final class SlackLimits {
  private SlackLimits() {}

  static boolean allow(JsonNode message) {
    JsonNode blocks = message.path("blocks");
    if (blocks.size() > SlackCard.MOST_BLOCKS
        || blocks.toString().length() > SlackCard.ALL_LENGTH) {
      return false;
    }
    for (JsonNode block : blocks) {
      if (block.at("/text/text").asText("").length() > SlackCard.TEXT_LENGTH
          || tooLong(block.path("fields"))) {
        return false;
      }
    }
    return true;
  }

  private static boolean tooLong(JsonNode fields) {
    for (JsonNode field : fields) {
      if (field.path("text").asText("").length() > SlackCard.FIELD_LENGTH) {
        return true;
      }
    }
    return false;
  }
}
