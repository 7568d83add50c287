package dev.countersign.bot.wiring;

import dev.countersign.bot.chat.CardComposer;
import dev.countersign.bot.chat.Notifications;
import dev.countersign.bot.chat.git.GitNoticeClaims;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.modelrefs.git.log.NoticeLog;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Puts together what telling the chat needs. */
public final class ChatNotifications {
  private ChatNotifications() {}

  /**
   * Notifications of an open session.
   *
   * @param environment the process's variables, where secrets are found
   * @param runs hosts that addresses of runs may lead to, besides the forge's own
   * @param limit for all messages of one call
   */
  public static Notifications of(
      Session session, Map<String, String> environment, LinkPolicy runs, Duration limit) {
    BotConfig config = session.config();
    ChatChannels channels = new ChatChannels(config.chat(), new Secrets(environment), limit);
    String writer = UUID.randomUUID().toString();
    return new Notifications(
        new Notifications.Tools(
            config,
            channels::named,
            new GitNoticeClaims(new NoticeLog(session.git()), writer),
            session.clock()),
        new CardComposer(runs),
        limit);
  }
}
