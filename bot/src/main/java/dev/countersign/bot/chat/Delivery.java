package dev.countersign.bot.chat;

import java.util.Optional;

/** What came of sending a message. */
public sealed interface Delivery {
  /**
   * The channel took it.
   *
   * @param message what the channel calls it; empty where it names none
   */
  record Sent(Optional<String> message) implements Delivery {}

  /**
   * It did not arrive, or nobody knows.
   *
   * @param reason one sentence, with the vendor's own words, without the channel's address
   */
  record Failed(String reason) implements Delivery {}
}
