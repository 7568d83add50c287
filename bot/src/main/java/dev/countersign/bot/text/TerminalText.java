package dev.countersign.bot.text;

/**
 * Encodes text for a terminal or a CI job's log: one line, without escape sequences, and without
 * the workflow commands that a GitHub runner reads from logs ({@code ::set-env}, {@code ##[group]};
 * CVE-2020-15228).
 */
public final class TerminalText {
  private TerminalText() {}

  /** One line. */
  public static String line(String text) {
    return PlainText.of(text).replaceAll(":(?=:)", ": ").replace("##[", "## [");
  }
}
