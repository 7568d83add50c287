package dev.countersign.bot.chat.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.VendorWords;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.RemoteCaller;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;

/**
 * Posts as a Slack app: one thread per promotion, whose first message shows the candidate that is
 * under review now. The token needs {@code chat:write}.
 */
public final class SlackBotNotifier implements Notifier {
  private static final String HOST = "Slack";

  private final Secret token;
  private final String channel;
  private final MethodsClient slack;
  private final RemoteCaller caller;

  /**
   * @param api where the methods are; Slack's own address but for tests
   */
  public SlackBotNotifier(Secret token, String channel, String api, TransportSettings settings) {
    this.token = token;
    this.channel = channel;
    this.slack = methods(token, api, settings);
    this.caller = new RemoteCaller(settings, Pacing.system(), SlackFailures::translate);
  }

  /** Repeats and redirects are not the library's business: a message goes out once. */
  private static MethodsClient methods(Secret token, String api, TransportSettings settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api);
    config.setStatsEnabled(false);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(settings.connectTimeout())
            .callTimeout(settings.readTimeout())
            .readTimeout(settings.readTimeout())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
    return Slack.getInstance(config, new SlackHttpClient(http)).methods(token.reveal());
  }

  @Override
  public Delivery send(Post post) {
    ObjectNode card = SlackCard.render(post.card());
    Delivery posted = call(() -> post(card, post.first()), true);
    if (posted instanceof Delivery.Sent && post.replacesFirst()) {
      Delivery updated = call(() -> update(card, post.first().orElseThrow()), false);
      return updated instanceof Delivery.Failed failed
          ? new Delivery.Failed(
              "the thread has it, its first message still shows the former: " + failed.reason())
          : posted;
    }
    return posted;
  }

  private Delivery post(ObjectNode card, Optional<String> thread)
      throws IOException, SlackApiException {
    ChatPostMessageRequest.ChatPostMessageRequestBuilder request =
        ChatPostMessageRequest.builder()
            .channel(channel)
            .text(card.path("text").asText())
            .blocksAsString(card.path("blocks").toString())
            .unfurlLinks(false)
            .unfurlMedia(false)
            .linkNames(false)
            .parse("none");
    thread.ifPresent(request::threadTs);
    ChatPostMessageResponse response = slack.chatPostMessage(request.build());
    return read(response, Optional.ofNullable(response.getTs()));
  }

  private Delivery update(ObjectNode card, String message) throws IOException, SlackApiException {
    return read(
        slack.chatUpdate(
            ChatUpdateRequest.builder()
                .channel(channel)
                .ts(message)
                .text(card.path("text").asText())
                .blocksAsString(card.path("blocks").toString())
                .linkNames(false)
                .parse("none")
                .build()),
        Optional.empty());
  }

  private Delivery read(SlackApiTextResponse response, Optional<String> message) {
    return response.isOk()
        ? new Delivery.Sent(message)
        : new Delivery.Failed(
            VendorWords.clean(HOST + " refused it: " + SlackFailures.words(response), secrets()));
  }

  private Delivery call(Callable<Delivery> call, boolean once) {
    Optional<Delivery> lost =
        once
            ? Optional.of(new Delivery.Failed(HOST + " gave no answer; it may have arrived"))
            : Optional.empty();
    try {
      return caller.mutate("telling Slack", () -> lost, call);
    } catch (CountersignException e) {
      return new Delivery.Failed(
          RemoteFailure.behind(e)
              .map(failure -> VendorWords.of(HOST, failure, secrets()))
              .orElse(HOST + " could not be reached"));
    }
  }

  private List<Secret> secrets() {
    return List.of(token);
  }
}
