package dev.countersign.modelrefs.git.log;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of telling a channel about an event.
 *
 * @param event the event's own key; the same event has the same key in every process
 * @param channel the channel's name in the configuration
 * @param thread the promotion that the message belongs to
 * @param writer an id that no other process has, so that no two writers append the same line
 * @param message what the channel calls the message; empty before it is sent, and where the channel
 *     names none
 */
public record NoticeRecord(
    Stage stage,
    String event,
    String channel,
    String thread,
    String writer,
    Optional<String> message,
    Instant at) {
  /** How far it has come. */
  public enum Stage {
    /** Somebody is about to send it; nobody else may. */
    CLAIMED,
    /** The channel took it. */
    SENT
  }

  /** Whether another record is of the same stage of the same message, whoever wrote it. */
  boolean sameAs(NoticeRecord other) {
    return stage == other.stage && event.equals(other.event) && channel.equals(other.channel);
  }
}
