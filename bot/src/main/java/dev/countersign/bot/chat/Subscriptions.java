package dev.countersign.bot.chat;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.NotifyRule;
import java.util.List;

/** Which channels hear of an event, by the configuration. */
final class Subscriptions {
  private final BotConfig config;

  Subscriptions(BotConfig config) {
    this.config = config;
  }

  /** Names of channels, each once, in the order of the configuration. */
  List<String> of(ChatEvent event) {
    return config.line(event.line()).stream()
        .flatMap(environment -> environment.notifications().stream())
        .filter(rule -> rule.events().contains(event.kind()))
        .map(NotifyRule::channel)
        .distinct()
        .toList();
  }
}
