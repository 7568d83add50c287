package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for commit messages, merge request titles and trailers. These have no escapes, so
 * signs that forges act on are moved away from what follows them by a space that everyone sees.
 */
public final class CommitText {
  private static final int TITLE_LENGTH = 120;
  private static final Pattern SIGIL = Pattern.compile("([@#!~%&^$*])(?=[\\p{L}\\p{N}_\"'\\[-])");
  private static final Pattern TRACKER = Pattern.compile("(?<=[A-Za-z_])(-)(?=\\p{N})");
  private static final Pattern SCHEME = Pattern.compile("(:)(?=//)");

  /** A line that starts so could be an option, a quick action, a comment or a draft. */
  private static final Pattern START = Pattern.compile("^[-/`#(\\s]+");

  /**
   * {@code Draft:} turns a merge request into a draft; the other is a trailer that GitHub obeys.
   */
  private static final Pattern PREFIX = Pattern.compile("(?i)^(draft|wip|skip-checks)\\s*:+");

  private CommitText() {}

  /** One line for a title or subject; at most 120 characters; never starts a command or option. */
  public static String title(String text) {
    String line = line(text);
    return line.length() <= TITLE_LENGTH ? line : line.substring(0, TITLE_LENGTH - 1).strip() + "…";
  }

  /**
   * One line of a message's body or the value of a trailer. Brackets become angle quotes, because
   * words in brackets tell forges to leave pipelines out.
   */
  public static String line(String text) {
    String plain = PlainText.of(text).replace('[', '‹').replace(']', '›');
    plain = SIGIL.matcher(plain).replaceAll("$1 ");
    plain = TRACKER.matcher(plain).replaceAll("$1 ");
    plain = SCHEME.matcher(plain).replaceAll("$1 ");
    plain = START.matcher(plain).replaceFirst("");
    return PREFIX.matcher(plain).replaceFirst("$1 ").strip();
  }
}
