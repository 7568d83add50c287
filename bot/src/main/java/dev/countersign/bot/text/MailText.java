package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for the plain part and the subject of a mail. Mail programs make links of addresses
 * they find; a space that everyone sees keeps a run's address from becoming one.
 */
public final class MailText {
  private static final Pattern ADDRESS = Pattern.compile("(?i):(?=//)|www(?=\\.)|mailto(?=:)|@");

  private MailText() {}

  /** One line. */
  public static String line(String text) {
    return ADDRESS.matcher(PlainText.of(text)).replaceAll("$0 ");
  }
}
