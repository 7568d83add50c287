package dev.countersign.bot.forge.fake.http;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Answers to give instead of the right ones. For what goes wrong on the wire (resets, garbage) put
 * a proxy before the server. Thread-safe.
 */
public final class Faults {
  private record Fault(Predicate<Request> on, boolean afterwards, Answer answer) {}

  private final List<Fault> waiting = new CopyOnWriteArrayList<>();

  /** The next request that matches is not done; it gets this answer. Each order serves once. */
  public void instead(Predicate<Request> on, Answer answer) {
    waiting.add(new Fault(on, false, answer));
  }

  /** The next request that matches is done, and then gets this answer. Each order serves once. */
  public void afterwards(Predicate<Request> on, Answer answer) {
    waiting.add(new Fault(on, true, answer));
  }

  /** Takes all orders back. */
  public void clear() {
    waiting.clear();
  }

  synchronized Optional<Answer> take(Request request, boolean afterwards) {
    Iterator<Fault> all = waiting.iterator();
    while (all.hasNext()) {
      Fault fault = all.next();
      if (fault.afterwards() == afterwards && fault.on().test(request)) {
        waiting.remove(fault);
        return Optional.of(fault.answer());
      }
    }
    return Optional.empty();
  }
}
