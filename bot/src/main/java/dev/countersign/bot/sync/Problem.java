package dev.countersign.bot.sync;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.UncheckedIOException;

/**
 * Something that could not be done this time; the next job tries again.
 *
 * @param what the model, run or merge request, for people
 */
public record Problem(String what, CountersignException failure) {
  /** A failure of any kind, which shall stop nothing else. */
  public static Problem of(String what, RuntimeException failure) {
    if (failure instanceof CountersignException known) {
      return new Problem(what, known);
    }
    return failure instanceof UncheckedIOException
        ? new Problem(
            what,
            new CountersignException(
                ErrorCode.ENVIRONMENT_UNAVAILABLE,
                "reading or writing failed: " + failure.getMessage(),
                failure))
        : new Problem(
            what,
            new CountersignException(
                ErrorCode.BUG,
                "something happened that Countersign did not expect: \"%s\"".formatted(failure),
                failure));
  }
}
