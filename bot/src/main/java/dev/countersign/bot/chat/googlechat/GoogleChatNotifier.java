package dev.countersign.bot.chat.googlechat;

import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.ChatEndpoint;
import java.util.Map;

/** Posts to a space by its webhook; one thread per promotion. */
public final class GoogleChatNotifier implements Notifier {
  /** Without this parameter the thread's key is ignored. */
  private static final String REPLY_PARAMETER = "messageReplyOption";

  private static final String REPLY = "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD";

  private final ChatEndpoint endpoint;

  /**
   * @param endpoint the webhook's address as Google Chat shows it
   */
  public GoogleChatNotifier(ChatEndpoint endpoint) {
    this.endpoint = endpoint.with(REPLY_PARAMETER, REPLY);
  }

  @Override
  public Delivery send(Post post) {
    return endpoint.post(
        ChatEndpoint.bytes(GoogleChatCard.render(post.card(), post.threadKey())), Map.of());
  }
}
