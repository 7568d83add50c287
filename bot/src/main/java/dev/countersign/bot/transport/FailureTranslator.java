package dev.countersign.bot.transport;

import java.util.Optional;

/** Reads what a client library threw. */
@FunctionalInterface
public interface FailureTranslator {
  /**
   * The failure of the remote behind an exception.
   *
   * @return empty if it is not the remote's failure; then the exception passes as it is
   */
  Optional<RemoteFailure> translate(Exception error);
}
