package dev.countersign.bot.chat;

import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.Optional;

/** Who of all processes sends a message. */
public interface NoticeClaims {
  /**
   * A message that somebody wants to send.
   *
   * @param event the event's key
   * @param channel its name
   */
  record Claim(ModelEnvironment line, String event, String channel, String thread, Instant at) {}

  /**
   * Claims a message.
   *
   * @return whether it is the caller's to send; false if anybody, this process included, had it
   * @throws dev.countersign.modelrefs.error.CountersignException if that could not be found out;
   *     then it must not be sent
   */
  boolean claim(Claim claim);

  /** Notes what the channel calls the message, so that later ones join its thread. */
  void sent(Claim claim, String message, Instant at);

  /** What the channel calls the first message of a thread. */
  Optional<String> firstMessage(ModelEnvironment line, String channel, String thread);
}
