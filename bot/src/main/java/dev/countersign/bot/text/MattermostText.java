package dev.countersign.bot.text;

import java.util.regex.Pattern;

/**
 * Encodes text for Mattermost, whose Markdown is that of the forges. Its server looks for mentions
 * ({@code @channel}, {@code @here}, a name) in the source before it is rendered, and its clients
 * make links of mail addresses, so a space that everyone sees parts the sign from what follows.
 */
public final class MattermostText {
  private static final Pattern MENTION = Pattern.compile("@\u200B?(?=\\S)");

  private MattermostText() {}

  /** Text inside a paragraph; also safe at the start of a line. */
  public static String inline(String text) {
    return parted(MarkdownText.inline(text));
  }

  /** Text inside a cell of a table. */
  public static String cell(String text) {
    return parted(MarkdownText.cell(text));
  }

  private static String parted(String markdown) {
    return MENTION.matcher(markdown.replace("&#8203;", "\u200B")).replaceAll("@ ");
  }
}
