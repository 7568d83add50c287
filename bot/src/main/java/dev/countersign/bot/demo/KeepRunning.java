package dev.countersign.bot.demo;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C. */
final class KeepRunning {
  private KeepRunning() {}

  /**
   * Never returns.
   *
   * @throws CountersignException {@code INTERRUPTED}
   */
  static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "the demo was stopped", e);
    }
  }
}
