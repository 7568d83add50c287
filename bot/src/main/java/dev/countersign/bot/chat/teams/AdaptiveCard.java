package dev.countersign.bot.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.CardLink;
import dev.countersign.bot.chat.CardRows;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.TeamsText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A card as an Adaptive Card 1.5. All text is in {@code TextRun}s, which know no Markdown.
 *
 * @see <a href="https://adaptivecards.io/explorer/">Adaptive Cards schema</a>
 */
public final class AdaptiveCard {
  /** Teams refuses messages above 28 KB; the envelope takes a part of it. */
  static final int MOST_BYTES = 27 * 1024;

  private AdaptiveCard() {}

  /** The card. */
  public static ObjectNode render(Card card) {
    return adaptive(card.fitting(each -> size(adaptive(each)) <= MOST_BYTES));
  }

  private static int size(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static ObjectNode adaptive(Card card) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    json.put("type", "AdaptiveCard").put("version", "1.5");
    ArrayNode body = json.putArray("body");
    ObjectNode heading = body.addObject().put("type", "Container").put("style", style(card.tone()));
    ObjectNode title = text(heading.putArray("items"), card.heading());
    title.put("weight", "bolder").put("size", "large");
    text(body, card.lead());
    card.notes().shown().forEach(note -> text(body, "• " + note));
    remark(body, card.notes());
    table(body, card.metrics().shown().stream().map(m -> List.of(m.name(), m.values())).toList());
    remark(body, card.metrics());
    table(body, card.facts().shown().stream().map(f -> List.of(f.name(), f.value())).toList());
    remark(body, card.facts());
    actions(json, card.links());
    return json;
  }

  private static String style(Tone tone) {
    return switch (tone) {
      case GOOD -> "good";
      case BAD -> "attention";
      case OPEN -> "warning";
      case PLAIN -> "emphasis";
    };
  }

  /** The run, for its size and weight. */
  private static ObjectNode text(ArrayNode into, String text) {
    ArrayNode inlines = into.addObject().put("type", "RichTextBlock").putArray("inlines");
    return inlines.addObject().put("type", "TextRun").put("text", TeamsText.run(text));
  }

  private static void remark(ArrayNode body, CardRows<?> rows) {
    rows.remark().ifPresent(remark -> text(body, remark).put("isSubtle", true));
  }

  private static void table(ArrayNode body, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    ObjectNode table = body.addObject().put("type", "Table");
    table.put("firstRowAsHeader", false).put("showGridLines", false);
    ArrayNode columns = table.putArray("columns");
    columns.addObject().put("width", 1);
    columns.addObject().put("width", 3);
    ArrayNode lines = table.putArray("rows");
    for (List<String> row : rows) {
      ArrayNode cells = lines.addObject().put("type", "TableRow").putArray("cells");
      for (String value : row) {
        ObjectNode cell = cells.addObject().put("type", "TableCell");
        ObjectNode run = text(cell.putArray("items"), value);
        run.put("weight", cells.size() == 1 ? "bolder" : "default");
      }
    }
  }

  private static void actions(ObjectNode json, List<CardLink> links) {
    if (links.isEmpty()) {
      return;
    }
    ArrayNode actions = json.putArray("actions");
    for (CardLink link : links) {
      ObjectNode action = actions.addObject().put("type", "Action.OpenUrl");
      action.put("title", TeamsText.run(link.label())).put("url", link.address());
    }
  }
}
