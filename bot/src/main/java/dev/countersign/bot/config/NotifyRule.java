package dev.countersign.bot.config;

import java.util.Set;

/**
 * Which events of an environment a channel hears of.
 *
 * @param channel its name under {@code chat}
 */
public record NotifyRule(String channel, Set<NoticeKind> events) {
  public NotifyRule {
    events = Set.copyOf(events);
  }
}
