package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for Slack. Its {@code mrkdwn} has an escape for {@code & < >}, which begin mentions,
 * channels and links, and none for the signs of formatting: those become signs that look alike.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting text</a>
 */
public final class SlackText {
  /** An underscore inside a word, as in {@code cv_rmse}, formats nothing. */
  private static final Pattern UNDERSCORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  /** {@code :tada:}, {@code https://}. */
  private static final Pattern COLON = Pattern.compile(":(?=[^\\s\\p{N}])|(?<!\\p{N}):(?=\\p{N})");

  private static final Pattern MENTION = Pattern.compile("[@#](?=\\S)");
  private static final Pattern WWW = Pattern.compile("(?i)www(?=\\.)");

  private SlackText() {}

  /** Text inside a {@code mrkdwn} object that is marked verbatim. */
  public static String mrkdwn(String text) {
    String plain = PlainText.of(text);
    plain = UNDERSCORE.matcher(plain).replaceAll("ˍ");
    plain = plain.replace('*', '∗').replace('~', '∼').replace('`', 'ˋ');
    plain = COLON.matcher(plain).replaceAll("$0\u200B");
    plain = MENTION.matcher(plain).replaceAll("$0\u200B");
    plain = WWW.matcher(plain).replaceAll("$0\u200B");
    return escape(withoutQuote(plain));
  }

  /** Text of a {@code plain_text} object, which knows no formatting. */
  public static String plain(String text) {
    return PlainText.of(text).replace('<', '‹').replace('>', '›');
  }

  /** A greater-than sign at the start quotes, even as an entity. */
  private static String withoutQuote(String plain) {
    return plain.startsWith(">") ? "›" + plain.substring(1) : plain;
  }

  private static String escape(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
