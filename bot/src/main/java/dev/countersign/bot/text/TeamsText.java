package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for an Adaptive Card's {@code TextRun}, which knows no Markdown. What is left are
 * the date functions ({@code {{DATE(…)}}}), Teams' mention tags, and addresses that clients make
 * links of.
 *
 * @see <a href="https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features">Text</a>
 */
public final class TeamsText {
  private static final Pattern BRACES = Pattern.compile("\\{(?=\\{)|}(?=})");
  private static final Pattern TAG = Pattern.compile("<(?=/?\\p{Alpha})");
  private static final Pattern ADDRESS = Pattern.compile("(?i):(?=//)|www(?=\\.)|mailto(?=:)");

  private TeamsText() {}

  /** One line. */
  public static String run(String text) {
    String plain = PlainText.of(text);
    plain = BRACES.matcher(plain).replaceAll("$0\u200B");
    plain = TAG.matcher(plain).replaceAll("‹");
    return ADDRESS.matcher(plain).replaceAll("$0\u200B");
  }
}
