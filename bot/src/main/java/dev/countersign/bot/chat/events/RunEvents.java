package dev.countersign.bot.chat.events;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.RunLink;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.modelrefs.value.ModelName;
import java.util.List;

/** What training comes to, as events for the chat. */
public final class RunEvents {
  private RunEvents() {}

  /** The events of a run that failed: one for each environment of its model. */
  public static List<ChatEvent> failed(
      BotConfig config, ModelName model, RunLink run, String reason) {
    return config.lines().stream()
        .filter(line -> line.model().equals(model))
        .map(line -> (ChatEvent) new ChatEvent.RunFailed(line, run, reason))
        .toList();
  }
}
