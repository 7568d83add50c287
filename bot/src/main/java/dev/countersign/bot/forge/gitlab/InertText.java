package dev.countersign.bot.forge.gitlab;

import java.util.regex.Pattern;

/**
 * The last line of defence against quick actions: GitLab executes every line of a description or a
 * comment that starts with a slash, in the name of the bot. What renders Markdown encodes such
 * lines already; here none gets through, whoever wrote the text.
 *
 * @see <a href="https://docs.gitlab.com/user/project/quick_actions/">Quick actions</a>
 */
final class InertText {
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\u2028\\u2029\\u0085]");
  private static final Pattern ACTION = Pattern.compile("(?m)^([\\p{Z}\\p{Cf}\\t\\x0B\\f]*)/");

  private InertText() {}

  /**
   * The text as GitLab will keep it: lines end with LF, no slash starts a line (an entity that is
   * shown as one does), no white space at the end.
   */
  static String of(String text) {
    String lines = LINE_BREAK.matcher(text).replaceAll("\n");
    return ACTION.matcher(lines).replaceAll("$1&#47;").stripTrailing();
  }
}
