package dev.countersign.bot.forge.github;

import dev.countersign.bot.transport.HttpAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a token expires, as GitHub says beside every answer: {@code 2026-12-31 23:59:59 UTC}, or
 * with an offset in place of the zone.
 */
final class TokenExpiry {
  private static final String HEADER = "github-authentication-token-expiration";
  private static final List<DateTimeFormatter> FORMS =
      List.of(form("yyyy-MM-dd HH:mm:ss zzz"), form("yyyy-MM-dd HH:mm:ss xx"));

  private TokenExpiry() {}

  /** Empty if it does not expire, or GitHub does not say. */
  static Optional<Instant> of(HttpAnswer answer) {
    return answer.headers().firstValue(HEADER).flatMap(TokenExpiry::parse);
  }

  static Optional<Instant> parse(String text) {
    return FORMS.stream().map(form -> parse(text, form)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter form) {
    try {
      return Optional.of(ZonedDateTime.parse(text.strip(), form).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
