package dev.countersign.bot.chat.mattermost;

import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.ChatEndpoint;
import java.util.Map;

/** Posts to the channel of an incoming webhook; it knows no threads. */
public final class MattermostNotifier implements Notifier {
  private final ChatEndpoint endpoint;

  public MattermostNotifier(ChatEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Delivery send(Post post) {
    return endpoint.post(ChatEndpoint.bytes(MattermostCard.render(post.card())), Map.of());
  }
}
