package dev.countersign.bot.transport;

import java.io.IOException;

/** Carries a {@link RemoteFailure} through a client library. */
public final class RemoteFailureException extends IOException {
  private final transient RemoteFailure failure;

  public RemoteFailureException(RemoteFailure failure) {
    super(failure.at() + " failed with status " + failure.status(), failure.cause().orElse(null));
    this.failure = failure;
  }

  /** What happened. */
  public RemoteFailure failure() {
    return failure;
  }
}
