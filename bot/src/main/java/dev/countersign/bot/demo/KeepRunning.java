package dev.countersign.bot.demo;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C. */
final class KeepRunning {
  private KeepRunning() {}

  static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
