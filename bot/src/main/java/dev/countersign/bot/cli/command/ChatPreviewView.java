package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.ChatPreview;
import dev.countersign.modelrefs.value.WireName;
import java.util.ArrayList;
import java.util.List;

/** Shows the cards of events, by event and platform. */
final class ChatPreviewView {
  private ChatPreviewView() {}

  static Result of(ChatPreview preview, List<ChatEvent> events) {
    ObjectNode data = Result.object();
    ArrayNode cards = data.putArray("cards");
    List<String> text = new ArrayList<>();
    for (ChatEvent event : events) {
      String kind = WireName.hyphenated(event.kind());
      ObjectNode platforms = preview.platforms(event);
      cards.addObject().put("event", kind).set("platforms", platforms);
      platforms
          .properties()
          .forEach(
              platform ->
                  text.add(
                      "== %s, %s%n%s"
                          .formatted(
                              kind, platform.getKey(), platform.getValue().toPrettyString())));
    }
    return Result.done(data, String.join("\n", text));
  }
}
