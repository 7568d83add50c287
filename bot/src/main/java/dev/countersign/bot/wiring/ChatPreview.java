package dev.countersign.bot.wiring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.CardComposer;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.googlechat.GoogleChatCard;
import dev.countersign.bot.chat.mail.MailCard;
import dev.countersign.bot.chat.mattermost.MattermostCard;
import dev.countersign.bot.chat.slack.SlackCard;
import dev.countersign.bot.chat.teams.TeamsNotifier;
import dev.countersign.bot.chat.webhook.WebhookBody;
import dev.countersign.bot.config.ChannelConfig.Teams.Envelope;
import java.time.Instant;
import java.util.Optional;

/** What every platform would show of an event; sends nothing. */
public final class ChatPreview {
  private final CardComposer composer;
  private final Instant now;

  public ChatPreview(CardComposer composer, Instant now) {
    this.composer = composer;
    this.now = now;
  }

  /** The card of an event, by platform. */
  public ObjectNode platforms(ChatEvent event) {
    Card card = composer.compose(event);
    Post post = new Post(event, card, "msg_preview", now, Optional.empty());
    MailCard mail = MailCard.render(card);
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("slack", SlackCard.render(card));
    all.set("teams", TeamsNotifier.body(card, Envelope.MESSAGE));
    all.set("googleChat", GoogleChatCard.render(card, post.threadKey()));
    all.set("mattermost", MattermostCard.render(card));
    all.putObject("email")
        .put("subject", mail.subject())
        .put("text", mail.text())
        .put("html", mail.html());
    all.set("webhook", WebhookBody.of(post));
    return all;
  }
}
