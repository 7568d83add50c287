package dev.countersign.bot.wiring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Card;
import dev.countersign.bot.chat.CardComposer;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.Promotion;
import dev.countersign.bot.chat.RunLink;
import dev.countersign.bot.chat.googlechat.GoogleChatCard;
import dev.countersign.bot.chat.mail.MailCard;
import dev.countersign.bot.chat.mattermost.MattermostCard;
import dev.countersign.bot.chat.slack.SlackCard;
import dev.countersign.bot.chat.teams.TeamsNotifier;
import dev.countersign.bot.chat.webhook.WebhookBody;
import dev.countersign.bot.config.ChannelConfig.Teams.Envelope;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.propose.ProposalOutline;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every platform would show about a run and what may become of it; sends nothing. */
public final class ChatPreview {
  private static final CommitId HEAD = new CommitId("0".repeat(40));
  private static final String WHO = "an-approver";
  private static final String WHERE = "a-target";

  private final CardComposer composer;
  private final Instant now;

  public ChatPreview(CardComposer composer, Instant now) {
    this.composer = composer;
    this.now = now;
  }

  /** One event of each kind, as this run would bring it about; names of people are made up. */
  public List<ChatEvent> events(ProposalOutline outline, EnvironmentConfig rules) {
    Promotion promotion = Promotion.of(outline.reference(), Optional.empty());
    RunInfo info = outline.reference().provenance().run();
    RunLink run = new RunLink(info.id(), info.uri());
    String who = rules.approvers().stream().findFirst().orElse(WHO);
    return List.of(
        new ChatEvent.Proposed(promotion, outline.summary(), run),
        new ChatEvent.Blocked(promotion, outline.summary(), run),
        new ChatEvent.Superseded(promotion, promotion),
        new ChatEvent.Approved(promotion, who, HEAD, 1, rules.approvals()),
        new ChatEvent.Rejected(promotion, who, "the reason they gave", HEAD),
        new ChatEvent.Stale(promotion, now, HEAD, rules.approvers()),
        new ChatEvent.RunFailed(promotion.line(), run, "what the step said"),
        new ChatEvent.Deployed(
            promotion, WHERE, outline.reference().artifact().digest(), List.of(who)),
        new ChatEvent.DeployFailed(
            promotion, Optional.of(WHERE), "not-approved", "what stopped it"),
        new ChatEvent.RolledBack(promotion, WHERE, "what was unhealthy"));
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
