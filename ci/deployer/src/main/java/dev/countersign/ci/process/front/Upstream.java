package dev.countersign.ci.process.front;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The loopback port of one app, with the number of requests that it holds. Once retired, it takes
 * no further one. Thread-safe.
 */
final class Upstream {
  private final int port;
  private int inFlight;
  private boolean retired;

  Upstream(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Takes a request in; false if this upstream was retired, then another one is the active one. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    inFlight++;
    return true;
  }

  /** A request that was taken in is answered, or given up by its client. */
  synchronized void leave() {
    inFlight--;
    notifyAll();
  }

  /**
   * Takes no more requests and waits for the last answer.
   *
   * @return whether no request is left; false after the time is over
   */
  synchronized boolean retire(Duration patience) throws InterruptedException {
    retired = true;
    long deadline = System.nanoTime() + patience.toNanos();
    while (inFlight > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
