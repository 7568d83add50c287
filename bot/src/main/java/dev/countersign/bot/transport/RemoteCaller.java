package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls one remote service by the policy of this package, whichever client library makes the
 * request. Thread-safe; changes go out one at a time, in the order in which they were asked for. An
 * operation inside another one keeps the outer one's deadline.
 *
 * <p>Exceptions of a call that the translator does not know pass as they are. Everything else ends
 * as {@link CountersignException}: {@code ACCESS_DENIED}, {@code NOT_FOUND}, {@code CONFLICT} or
 * {@code REMOTE_UNAVAILABLE}, with the {@link RemoteFailure} as its cause ({@link
 * RemoteFailure#behind}).
 */
public final class RemoteCaller {
  /** Of the outermost operation of a thread, whichever remote it goes to. */
  private static final ThreadLocal<@Nullable Instant> DEADLINE = new ThreadLocal<>();

  private final TransportSettings settings;
  private final Pacing pacing;
  private final FailureTranslator translator;
  private final ReentrantLock oneChange = new ReentrantLock(true);

  public RemoteCaller(TransportSettings settings, Pacing pacing, FailureTranslator translator) {
    this.settings = settings;
    this.pacing = pacing;
    this.translator = translator;
  }

  /**
   * Reads; repeated while the failure may pass.
   *
   * @param description what is being done, for the error, such as {@code reading merge request 7}
   */
  public <T> T read(String description, Callable<T> call) {
    return within(until -> repeat(description, until, Optional::empty, call));
  }

  /**
   * Changes something. Where an earlier attempt may have been carried out although its answer was
   * lost, {@code lookFirst} is asked before the next one.
   *
   * @param lookFirst the result, if the change has been made; empty if it must be made
   */
  public <T> T mutate(String description, Supplier<Optional<T>> lookFirst, Callable<T> call) {
    oneChange.lock();
    try {
      return within(until -> repeat(description, until, lookFirst, call));
    } finally {
      oneChange.unlock();
    }
  }

  /** Changes something that may be done twice without harm, such as replacing a text. */
  public <T> T mutate(String description, Callable<T> call) {
    return mutate(description, Optional::empty, call);
  }

  private <T> T within(Function<Instant, T> operation) {
    Instant outer = DEADLINE.get();
    if (outer != null) {
      return operation.apply(outer);
    }
    Instant own = pacing.clock().instant().plus(settings.deadline());
    DEADLINE.set(own);
    try {
      return operation.apply(own);
    } finally {
      DEADLINE.remove();
    }
  }

  private <T> T repeat(
      String description, Instant until, Supplier<Optional<T>> lookFirst, Callable<T> call) {
    Attempts attempts = new Attempts(settings, pacing, until);
    Operation<T> operation = new Operation<>(lookFirst, call, translator);
    RetryPolicy<T> policy =
        RetryPolicy.<T>builder()
            .handleIf(error -> operation.failure(error).filter(attempts::allowAnother).isPresent())
            .withMaxRetries(-1)
            .build();
    try {
      return Failsafe.with(policy).get(() -> operation.attempt(attempts));
    } catch (FailsafeException e) {
      throw ended(description, e.getCause() == null ? e : e.getCause(), operation, attempts);
    } catch (RuntimeException e) {
      throw ended(description, e, operation, attempts);
    }
  }

  private static RuntimeException ended(
      String description, Throwable error, Operation<?> operation, Attempts attempts) {
    if (error instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new CountersignException(
          ErrorCode.INTERRUPTED, description + " was interrupted", error);
    }
    Optional<RemoteFailure> failure = operation.failure(error);
    if (failure.isPresent()) {
      return attempts.report(description, failure.get());
    }
    return error instanceof RuntimeException unchecked
        ? unchecked
        : new CountersignException(
            ErrorCode.BUG, description + " failed: \"" + error.getMessage() + "\"", error);
  }
}
