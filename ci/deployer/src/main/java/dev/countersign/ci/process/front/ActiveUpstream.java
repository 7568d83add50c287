package dev.countersign.ci.process.front;

import java.util.Optional;

/** Which app gets the requests. Thread-safe; a switch is atomic. */
final class ActiveUpstream {
  private volatile Optional<Upstream> current = Optional.empty();

  /** Sends every request from now on to another app, or to none. */
  void set(Optional<Upstream> upstream) {
    current = upstream;
  }

  /** The app that the calling request now belongs to; the caller leaves it when answered. */
  Optional<Upstream> enter() {
    while (true) {
      Optional<Upstream> upstream = current;
      if (upstream.isEmpty() || upstream.get().enter()) {
        return upstream;
      }
      // It was retired since it was read, so another one is current already.
      Thread.onSpinWait();
    }
  }
}
