package dev.countersign.bot.forge.git;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.PushResult;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compare-and-swap against other writers: look, decide, push; whoever loses looks again. */
public final class Contention {
  private static final int ATTEMPTS = 60;
  private static final RetryPolicy<Optional<?>> POLICY =
      RetryPolicy.<Optional<?>>builder()
          .handleResultIf(Optional::isEmpty)
          .abortOn(RuntimeException.class)
          .withMaxAttempts(ATTEMPTS)
          .withDelay(Duration.ofMillis(2), Duration.ofMillis(40))
          .build();

  private Contention() {}

  /**
   * Repeats an attempt until it wins, at most sixty times.
   *
   * @param attempt looks afresh each time; empty if it lost the race
   * @param what what is being written, for the error
   * @throws CountersignException {@code CONFLICT} if it never won; may be repeated
   */
  public static <T> T untilWon(Supplier<Optional<T>> attempt, String what) {
    Optional<T> won = Failsafe.with(POLICY).get(attempt::get);
    return won.orElseThrow(
        () ->
            new CountersignException(
                ErrorCode.CONFLICT,
                "%s was changed by others in each of %d attempts".formatted(what, ATTEMPTS)));
  }

  /**
   * Whether every update of a push arrived.
   *
   * @throws CountersignException {@code CONFLICT} if the server refused one for another reason than
   *     a lost race
   */
  public static boolean moved(List<PushResult> results) {
    if (results.stream().anyMatch(PushResult.Stale.class::isInstance)) {
      return false;
    }
    results.forEach(
        result -> {
          if (result instanceof PushResult.Refused refused) {
            throw new CountersignException(
                ErrorCode.CONFLICT,
                "the repository refused to move \"%s\": %s"
                    .formatted(refused.ref(), refused.reason()));
          }
        });
    return true;
  }
}
