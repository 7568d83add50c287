package dev.countersign.bot.chat;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.modelrefs.error.CountersignException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells the configured channels what happened: claims each message, sends it, and reports what came
 * of it. Called after an outcome is final, and never changes it (I11). Not thread-safe.
 */
public final class Notifications {
  private final Tools tools;
  private final CardComposer composer;
  private final Duration limit;

  /**
   * What notifications work with.
   *
   * @param channels the channel of a name; fails if its secret cannot be found
   */
  public record Tools(
      BotConfig config,
      Function<String, Notifier> channels,
      NoticeClaims claims,
      InstantSource clock) {}

  /**
   * @param limit for all messages of one call together
   */
  public Notifications(Tools tools, CardComposer composer, Duration limit) {
    this.tools = tools;
    this.composer = composer;
    this.limit = limit;
  }

  /**
   * Tells everybody who wants to hear of these events; returns within the limit, whatever the
   * channels do. An event that happens in several environments of a model (a failed run) is told to
   * a channel once.
   *
   * @return a report for each message that was this process's to send, in the order of the events
   */
  public List<NoticeReport> tell(List<ChatEvent> events) {
    Subscriptions subscriptions = new Subscriptions(tools.config());
    List<Outgoing> outgoing = new ArrayList<>();
    Set<String> prepared = new HashSet<>();
    for (ChatEvent event : events) {
      for (String channel : subscriptions.of(event)) {
        if (prepared.add(channel + "\n" + event.key())) {
          prepare(event, channel).ifPresent(outgoing::add);
        }
      }
    }
    List<NoticeReport> reports = new DeliveryRound(limit).deliver(outgoing);
    noteMessages(outgoing, reports);
    return reports;
  }

  private Optional<Outgoing> prepare(ChatEvent event, String channel) {
    NoticeClaims.Claim claim =
        new NoticeClaims.Claim(
            event.line(), event.key(), channel, event.thread(), tools.clock().instant());
    try {
      Notifier notifier = tools.channels().apply(channel);
      Optional<String> first = tools.claims().firstMessage(claim.line(), channel, event.thread());
      return tools.claims().claim(claim)
          ? Optional.of(new Outgoing(claim, post(event, claim, first), notifier))
          : Optional.empty();
    } catch (CountersignException e) {
      return Optional.of(Outgoing.impossible(claim, post(event, claim, Optional.empty()), e));
    }
  }

  private Post post(ChatEvent event, NoticeClaims.Claim claim, Optional<String> first) {
    return new Post(event, composer.compose(event), MessageId.of(claim), claim.at(), first);
  }

  private void noteMessages(List<Outgoing> outgoing, List<NoticeReport> reports) {
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).delivery() instanceof Delivery.Sent sent) {
        NoticeClaims.Claim claim = outgoing.get(i).claim();
        sent.message().ifPresent(message -> note(claim, message));
      }
    }
  }

  private void note(NoticeClaims.Claim claim, String message) {
    try {
      tools.claims().sent(claim, message, tools.clock().instant());
    } catch (CountersignException notNoted) {
      // Costs the thread, not the message.
    }
  }
}
