package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words a failure for a person: what was being done, host and path, status, what the remote says,
 * its request id, and the scope or setting that is missing where the remote names it.
 */
final class FailureReport {
  private static final int MAX_EXCERPT = 200;
  private static final Pattern SAID =
      Pattern.compile("\"(?:message|error_description|error)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private FailureReport() {}

  /**
   * The failure as the caller sees it.
   *
   * @param description what was being done, such as {@code opening a merge request}
   * @param attempts how often it was tried
   * @param wait the pause that the remote asks for, if it is longer than could be waited
   */
  static CountersignException of(
      String description, RemoteFailure failure, int attempts, Optional<Duration> wait) {
    StringBuilder text = new StringBuilder(description).append(" failed: ").append(what(failure));
    said(failure).ifPresent(words -> text.append(", saying \"").append(words).append('"'));
    failure
        .requestId()
        .ifPresent(id -> text.append(", request id \"").append(clean(id)).append('"'));
    hint(failure).ifPresent(hint -> text.append("; ").append(hint));
    if (attempts > 1) {
      text.append("; tried ").append(attempts).append(" times");
    }
    wait.ifPresent(pause -> text.append("; it wants to be asked again in ").append(words(pause)));
    return new CountersignException(
        code(failure), text.toString(), new RemoteFailureException(failure));
  }

  private static String what(RemoteFailure failure) {
    if (failure.status() == 0) {
      return "\"%s\" did not answer (%s)".formatted(failure.at(), reason(failure));
    }
    if (failure.status() < 300) {
      return "\"%s\" answered %d with %s"
          .formatted(
              failure.at(),
              failure.status(),
              failure.isWebPage()
                  ? "a web page instead of data, such as a login form or a proxy's own page"
                  : "data that cannot be read");
    }
    return "\"%s\" answered %d".formatted(failure.at(), failure.status());
  }

  private static String reason(RemoteFailure failure) {
    return failure
        .cause()
        .map(
            cause ->
                cause.getMessage() == null
                    ? cause.getClass().getSimpleName()
                    : clean(cause.getMessage()))
        .orElse("no reason known");
  }

  private static Optional<String> said(RemoteFailure failure) {
    if (failure.status() < 300 || failure.isWebPage()) {
      return Optional.empty();
    }
    Matcher matcher = SAID.matcher(failure.body());
    return matcher.find() ? Optional.of(clean(matcher.group(1))) : Optional.empty();
  }

  private static Optional<String> hint(RemoteFailure failure) {
    return switch (failure.status()) {
      case 0 ->
          Reaction.to(failure) == Reaction.GIVE_UP
              ? Optional.of("its certificate is not trusted; name the file of your own authority")
              : Optional.empty();
      case 401 -> Optional.of("the token is wrong, expired or revoked");
      case 403 -> RemoteTime.isLimited(failure) ? Optional.empty() : MissingRight.in(failure);
      case 404 ->
          Optional.of(
              MissingRight.in(failure).orElse("it does not exist, or the token may not see it"));
      default -> Optional.empty();
    };
  }

  private static ErrorCode code(RemoteFailure failure) {
    if (failure.status() < 300
        || RemoteTime.isLimited(failure)
        || Reaction.to(failure) != Reaction.GIVE_UP
        || failure.status() >= 500) {
      return ErrorCode.REMOTE_UNAVAILABLE;
    }
    return switch (failure.status()) {
      case 300, 301, 302, 303, 304, 307, 308, 401, 403, 407, 511 -> ErrorCode.ACCESS_DENIED;
      case 404, 410 -> ErrorCode.NOT_FOUND;
      default -> ErrorCode.CONFLICT;
    };
  }

  private static String words(Duration pause) {
    long seconds = Math.max(1, pause.toSeconds());
    return seconds < 120 ? seconds + " s" : String.format(Locale.ROOT, "%d min", seconds / 60 + 1);
  }

  /** A remote's words: one line, no control characters, not too long. */
  private static String clean(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").replace('"', '\'');
    return line.length() <= MAX_EXCERPT ? line : line.substring(0, MAX_EXCERPT) + "…";
  }
}
