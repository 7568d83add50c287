package dev.countersign.bot.chat;

/** A channel of one platform. */
@FunctionalInterface
public interface Notifier {
  /**
   * Sends a message. It arrives at most once: what may have arrived is not sent again. Never
   * throws; takes no longer than the settings of the transport allow.
   */
  Delivery send(Post post);
}
