package dev.countersign.bot.wiring.checkup;

import dev.countersign.modelrefs.error.CountersignException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of something that was tried; one of the two is there.
 *
 * @param failure why there is no value
 */
record Attempt<T>(Optional<T> value, Optional<CountersignException> failure) {
  static <T> Attempt<T> at(Supplier<T> what) {
    try {
      return new Attempt<>(Optional.of(what.get()), Optional.empty());
    } catch (CountersignException e) {
      return new Attempt<>(Optional.empty(), Optional.of(e));
    }
  }
}
