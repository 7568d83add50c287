package dev.countersign.bot.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failure allows. */
enum Reaction {
  /** The answer stands. */
  GIVE_UP,
  /** Nothing was done; the same call can be made again. */
  REPEAT,
  /** It may have been done; look before doing it again. */
  LOOK_FIRST;

  private static final Set<Integer> PASSING = Set.of(408, 425, 500, 502, 503, 504);
  private static final int FIRST_UNASSIGNED = 520;

  static Reaction to(RemoteFailure failure) {
    int status = failure.status();
    if (status == 0) {
      return failure.cause().map(Reaction::toNoAnswer).orElse(LOOK_FIRST);
    }
    if (RemoteTime.isLimited(failure)) {
      return REPEAT;
    }
    if (status < 300) {
      return failure.isWebPage() ? GIVE_UP : LOOK_FIRST;
    }
    return PASSING.contains(status) || status >= FIRST_UNASSIGNED ? LOOK_FIRST : GIVE_UP;
  }

  private static Reaction toNoAnswer(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof SSLHandshakeException || at instanceof SSLPeerUnverifiedException) {
        return GIVE_UP;
      }
      if (at instanceof ConnectException
          || at instanceof UnknownHostException
          || at instanceof HttpConnectTimeoutException) {
        return REPEAT;
      }
    }
    return LOOK_FIRST;
  }
}
