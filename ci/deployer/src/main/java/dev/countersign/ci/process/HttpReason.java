package dev.countersign.ci.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;

/** Says in words for people why a request got no answer. */
final class HttpReason {
  private HttpReason() {}

  static String of(IOException failure) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    return failure instanceof ConnectException ? "no connection" : "the connection was lost";
  }
}
