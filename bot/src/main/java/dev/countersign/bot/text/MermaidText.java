package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for a label in a Mermaid diagram, between double quotes. Mermaid knows directives,
 * comments, entities and links in its source, so only signs that mean nothing anywhere are kept.
 *
 * @see <a href="https://mermaid.js.org/syntax/xyChart.html">XY chart</a>
 */
public final class MermaidText {
  private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N} .,()/+-]+");
  private static final Pattern COMMENT = Pattern.compile("-{2,}");
  private static final int MOST_CHARACTERS = 60;

  private MermaidText() {}

  /** One label; at most 60 characters. */
  public static String label(String text) {
    String fit = UNFIT.matcher(PlainText.of(text)).replaceAll("_");
    String label = COMMENT.matcher(fit).replaceAll("-").strip();
    return label.length() <= MOST_CHARACTERS
        ? label
        : label.substring(0, label.offsetByCodePoints(0, label.codePointCount(0, MOST_CHARACTERS)));
  }
}
