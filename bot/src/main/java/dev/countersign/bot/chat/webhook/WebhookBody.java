package dev.countersign.bot.chat.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.Post;
import dev.countersign.modelrefs.value.WireName;
import java.util.Locale;

/** A message as data: {@code type}, {@code timestamp}, {@code data}. */
public final class WebhookBody {
  private WebhookBody() {}

  /** The body. */
  public static ObjectNode of(Post post) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "countersign." + post.event().kind().name().toLowerCase(Locale.ROOT));
    body.put("timestamp", post.at().toString());
    ObjectNode data = body.putObject("data");
    data.put("event", WireName.hyphenated(post.event().kind()));
    data.put("model", post.event().line().model().value());
    data.put("environment", post.event().line().environment().value());
    data.put("thread", post.event().thread());
    card(data, post.card());
    return body;
  }

  private static void card(ObjectNode data, Card card) {
    data.put("title", card.title());
    data.put("tone", WireName.hyphenated(card.tone()));
    data.put("text", card.lead());
    ArrayNode notes = data.putArray("notes");
    card.notes().shown().forEach(notes::add);
    ArrayNode metrics = data.putArray("metrics");
    for (Card.Metric metric : card.metrics().shown()) {
      ObjectNode one = metrics.addObject().put("name", metric.name());
      metric.live().ifPresent(live -> one.put("live", live));
      one.put("candidate", metric.candidate());
      metric.change().ifPresent(change -> one.put("difference", change));
    }
    data.put("omittedMetrics", card.metrics().omitted());
    ObjectNode facts = data.putObject("facts");
    card.facts().shown().forEach(fact -> facts.put(fact.name(), fact.value()));
    ObjectNode links = data.putObject("links");
    card.links().forEach(link -> links.put(link.label(), link.address()));
  }
}
