package dev.countersign.bot.wiring;

import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.googlechat.GoogleChatNotifier;
import dev.countersign.bot.chat.http.ChatEndpoint;
import dev.countersign.bot.chat.mail.MailNotifier;
import dev.countersign.bot.chat.mail.SmtpLimits;
import dev.countersign.bot.chat.mattermost.MattermostNotifier;
import dev.countersign.bot.chat.slack.SlackBotNotifier;
import dev.countersign.bot.chat.slack.SlackWebhookNotifier;
import dev.countersign.bot.chat.teams.TeamsNotifier;
import dev.countersign.bot.chat.webhook.WebhookNotifier;
import dev.countersign.bot.config.ChannelConfig;
import dev.countersign.bot.config.ChannelConfig.MailServer;
import dev.countersign.bot.config.SecretReference;
import dev.countersign.bot.transport.TransportSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Makes the adapters of configured channels. */
public final class ChatChannels {
  /** For all messages of a command together. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String SLACK = "https://slack.com/api/";

  private final Map<String, ChannelConfig> channels;
  private final Secrets secrets;
  private final TransportSettings transport;

  /**
   * @param channels by name
   */
  public ChatChannels(Map<String, ChannelConfig> channels, Secrets secrets, Duration limit) {
    this.channels = Map.copyOf(channels);
    this.secrets = secrets;
    this.transport = settings(limit);
  }

  private static TransportSettings settings(Duration limit) {
    Duration connect = limit.dividedBy(3);
    return new TransportSettings(
        connect, limit, limit, 3, Duration.ofMillis(500), Duration.ofSeconds(2));
  }

  /**
   * The channel of a name that the configuration has.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFIGURATION_INVALID} if
   *     its secret is not there or of another form
   */
  public Notifier named(String name) {
    ChannelConfig channel = Objects.requireNonNull(channels.get(name), "checked when it was read");
    if (channel instanceof ChannelConfig.SlackWebhook slack) {
      return new SlackWebhookNotifier(endpoint(slack.url()));
    } else if (channel instanceof ChannelConfig.SlackBot bot) {
      return new SlackBotNotifier(secrets.find(bot.token()), bot.channel(), SLACK, transport);
    } else if (channel instanceof ChannelConfig.Teams teams) {
      return new TeamsNotifier(endpoint(teams.url()), teams.envelope());
    } else if (channel instanceof ChannelConfig.GoogleChat space) {
      return new GoogleChatNotifier(endpoint(space.url()));
    } else if (channel instanceof ChannelConfig.Mattermost mattermost) {
      return new MattermostNotifier(endpoint(mattermost.url()));
    } else if (channel instanceof ChannelConfig.Webhook webhook) {
      return new WebhookNotifier(endpoint(webhook.url()), secrets.find(webhook.secret()));
    }
    return mail((ChannelConfig.Email) channel);
  }

  private Notifier mail(ChannelConfig.Email mail) {
    return new MailNotifier(
        mail,
        mail.server().login().map(MailServer.Login::password).map(secrets::find),
        new SmtpLimits(transport.connectTimeout(), transport.readTimeout()));
  }

  private ChatEndpoint endpoint(SecretReference url) {
    return ChatEndpoint.of(secrets.find(url), transport);
  }
}
