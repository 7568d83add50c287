package dev.countersign.bot.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to one channel.
 *
 * @param id of this message; equal whoever would send it, at most 64 letters, digits and {@code _}
 * @param first what the channel calls the first message of this promotion; empty if this is it, or
 *     if the channel names none
 */
public record Post(ChatEvent event, Card card, String id, Instant at, Optional<String> first) {
  /** Whether the first message shows a candidate that this one replaces. */
  public boolean replacesFirst() {
    return first.isPresent()
        && (event instanceof ChatEvent.Proposed || event instanceof ChatEvent.Blocked);
  }

  /** Names the thread in an alphabet that every platform takes. */
  public String threadKey() {
    return event.thread().replace('/', '.');
  }
}
