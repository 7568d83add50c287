package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.modelrefs.error.CountersignException;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** Says of a failure what helps. */
public final class FailureFindings {
  private final Function<CountersignException, String> advice;

  /**
   * @param advice what helps against a kind of error
   */
  public FailureFindings(Function<CountersignException, String> advice) {
    this.advice = advice;
  }

  /** A failure as a finding about something. */
  public Finding of(String subject, CountersignException failure) {
    boolean untrusted = isUntrusted(failure);
    return Finding.fail(
        failure.code().exit(),
        untrusted ? "certificate" : subject,
        failure.inOneLine(),
        untrusted
            ? "give the certificates of your own authority, in PEM form, by --ca-file FILE or"
                + " COUNTERSIGN_CA_FILE"
            : advice.apply(failure));
  }

  private static boolean isUntrusted(CountersignException failure) {
    Throwable behind = RemoteFailure.behind(failure).flatMap(RemoteFailure::cause).orElse(failure);
    for (Throwable at = behind; at != null; at = at.getCause()) {
      if (at instanceof SSLException) {
        return true;
      }
    }
    return false;
  }
}
