package dev.countersign.bot.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 30m}, {@code 12h}, {@code 7d}. */
public final class Age {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})(m|h|d)");

  private Age() {}

  /**
   * Reads a span of time; a day has 24 hours.
   *
   * @throws IllegalArgumentException naming the value and the form
   */
  public static Duration parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a span of time; write 30m, 12h or 7d");
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
