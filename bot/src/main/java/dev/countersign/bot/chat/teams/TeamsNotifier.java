package dev.countersign.bot.chat.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.ChatEndpoint;
import dev.countersign.bot.config.ChannelConfig.Teams.Envelope;
import java.util.Map;

/**
 * Posts to a workflow that was made from a template such as "Post to a channel when a webhook
 * request is received", in the envelope that it expects. Workflows know no threads.
 */
public final class TeamsNotifier implements Notifier {
  private final ChatEndpoint endpoint;
  private final Envelope envelope;

  public TeamsNotifier(ChatEndpoint endpoint, Envelope envelope) {
    this.endpoint = endpoint;
    this.envelope = envelope;
  }

  @Override
  public Delivery send(Post post) {
    return endpoint.post(ChatEndpoint.bytes(body(post.card(), envelope)), Map.of());
  }

  /** The request's body. */
  public static ObjectNode body(Card card, Envelope envelope) {
    ObjectNode adaptive = AdaptiveCard.render(card);
    if (envelope == Envelope.CARD) {
      return adaptive;
    }
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl").set("content", adaptive);
    return message;
  }
}
