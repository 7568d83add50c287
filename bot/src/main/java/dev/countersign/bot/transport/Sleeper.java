package dev.countersign.bot.transport;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after a duration. */
  void sleep(Duration duration) throws InterruptedException;
}
