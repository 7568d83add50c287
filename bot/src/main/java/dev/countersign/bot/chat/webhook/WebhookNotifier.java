package dev.countersign.bot.chat.webhook;

import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.ChatEndpoint;
import dev.countersign.bot.transport.Secret;

/** Posts data to a program that checks the signature; the message's id lets it drop repetitions. */
public final class WebhookNotifier implements Notifier {
  private final ChatEndpoint endpoint;
  private final Secret secret;

  public WebhookNotifier(ChatEndpoint endpoint, Secret secret) {
    this.endpoint = endpoint;
    this.secret = secret;
  }

  @Override
  public Delivery send(Post post) {
    byte[] body = ChatEndpoint.bytes(WebhookBody.of(post));
    return endpoint.post(body, WebhookSignature.headers(secret, post.id(), post.at(), body));
  }
}
