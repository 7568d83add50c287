package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** One call with what is looked for before it is made again. */
final class Operation<T> {
  private final Supplier<Optional<T>> lookFirst;
  private final Callable<T> call;
  private final FailureTranslator translator;
  private boolean maybeDone;

  Operation(Supplier<Optional<T>> lookFirst, Callable<T> call, FailureTranslator translator) {
    this.lookFirst = lookFirst;
    this.call = call;
    this.translator = translator;
  }

  /** Waits as long as the last failure asks for, looks if it must, and calls. */
  T attempt(Attempts attempts) throws Exception {
    attempts.begin();
    if (maybeDone) {
      Optional<T> done = lookFirst.get();
      if (done.isPresent()) {
        return done.get();
      }
    }
    try {
      return call.call();
    } catch (Exception e) {
      maybeDone |=
          failure(e).filter(found -> Reaction.to(found) == Reaction.LOOK_FIRST).isPresent();
      throw e;
    }
  }

  /** The remote's failure; empty for one that an inner operation has judged already. */
  Optional<RemoteFailure> failure(Throwable error) {
    if (error instanceof CountersignException || !(error instanceof Exception known)) {
      return Optional.empty();
    }
    return translator.translate(known);
  }
}
