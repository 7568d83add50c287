package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for the widgets of a Google Chat card, which read a few HTML tags.
 *
 * @see <a href="https://developers.google.com/workspace/chat/format-messages">Formatting</a>
 */
public final class GoogleChatText {
  private static final Pattern ADDRESS = Pattern.compile("(?i):(?=//)|www(?=\\.)|mailto(?=:)|@");

  private GoogleChatText() {}

  /** One line. */
  public static String widget(String text) {
    String plain = ADDRESS.matcher(PlainText.of(text)).replaceAll("$0\u200B");
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
