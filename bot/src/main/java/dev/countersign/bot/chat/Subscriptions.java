package dev.countersign.bot.chat;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.config.NotifyRule;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;

/** Which channels hear of an event, by the configuration. */
public final class Subscriptions {
  private final BotConfig config;

  public Subscriptions(BotConfig config) {
    this.config = config;
  }

  /** Names of channels, each once, in the order of the configuration. */
  List<String> of(ChatEvent event) {
    return of(event.line(), event.kind());
  }

  /** Names of the channels that hear of a kind of event of a line, each once. */
  public List<String> of(ModelEnvironment line, NoticeKind kind) {
    return config.line(line).stream()
        .flatMap(environment -> environment.notifications().stream())
        .filter(rule -> rule.events().contains(kind))
        .map(NotifyRule::channel)
        .distinct()
        .toList();
  }
}
