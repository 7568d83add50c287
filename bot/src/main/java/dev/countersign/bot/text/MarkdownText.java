package dev.countersign.bot.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodes text for GitLab and GitHub Flavored Markdown. What comes out shows the text and does
 * nothing: no HTML, no formatting, no link, mention, issue or commit reference, closing keyword,
 * emoji, formula or quick action.
 *
 * <p>Forges look for references in the rendered page, not in the source, so a backslash or an
 * entity for the sign itself does not stop them; a zero-width space behind it does.
 */
public final class MarkdownText {
  private static final String BREAK = "&#8203;";

  /** {@code @user}, {@code #1}, {@code !1}, {@code ~label}, {@code %milestone}, {@code &1}… */
  private static final Pattern SIGIL =
      Pattern.compile("([@#!~%&^$*])(?=[\\p{L}\\p{N}_\"'\\[-])|([@#!~&^$])(?=$)");

  /** {@code GH-1}, and {@code ABC-1} of a connected tracker. */
  private static final Pattern TRACKER = Pattern.compile("(?<=[A-Za-z_])(-)(?=\\p{N})");

  /** A commit's name, short or full. */
  private static final Pattern COMMIT = Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{7,}");

  private static final Pattern FOUR = Pattern.compile("(.{4})(?=.)");

  /** {@code https://…}, {@code mailto:…}, {@code :emoji:}, {@code ::include}. */
  private static final Pattern COLON =
      Pattern.compile("(:)(?=[/:\\p{L}+_-])|(?<!\\p{N})(:)(?=\\p{N})");

  private static final Pattern WWW = Pattern.compile("(?i)(www)(?=\\.)");

  /** Up to the sign that makes a slash command, underline, list, rule or heading of a line. */
  private static final Pattern BLOCK_START =
      Pattern.compile("[/=]|[-+](?=[\\s-]|$)|#(?=[\\s#\u200B]|$)|\\p{N}{1,9}[.)](?=\\s|$)");

  private MarkdownText() {}

  /** Text inside a paragraph, a list item or a heading; also safe at the start of a line. */
  public static String inline(String text) {
    return escape(broken(PlainText.of(text)));
  }

  /** Text inside a cell of a pipe table. */
  public static String cell(String text) {
    String inline = inline(text);
    return inline.isEmpty() ? " " : inline;
  }

  /**
   * Text as code inside a line or a cell. The fence is longer than any run of backticks inside.
   * Forges look for no quick action and no reference in code. Code knows no escapes, and a table is
   * cut into cells before code is found, so a pipe and angle brackets become signs that look alike.
   */
  public static String code(String text) {
    String plain = withoutAngles(PlainText.of(text)).replace('|', '∣');
    if (plain.isEmpty()) {
      return "";
    }
    String fence = "`".repeat(longestRun(plain, '`') + 1);
    String pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
    return fence + pad + plain + pad + fence;
  }

  /**
   * A block of one command per line. Every line is made plain; none starts with a slash or a fence.
   */
  public static String codeBlock(Iterable<String> lines) {
    StringBuilder body = new StringBuilder();
    int run = 2;
    for (String line : lines) {
      String plain = withoutAngles(PlainText.of(line));
      run = Math.max(run, longestRun(plain, '`'));
      body.append(plain.startsWith("/") ? " " : "").append(plain).append('\n');
    }
    String fence = "`".repeat(run + 1);
    return fence + "\n" + body + fence;
  }

  /** A link whose target was allowed; its text is inline text. */
  public static String link(String text, LinkTarget target) {
    return "[" + inline(text) + "](" + target.encoded() + ")";
  }

  /** A picture; the alternative text is inline text. */
  public static String picture(String alt, LinkTarget target) {
    return "!" + link(alt, target);
  }

  private static String withoutAngles(String plain) {
    return plain.replace('<', '‹').replace('>', '›');
  }

  private static String broken(String plain) {
    String text = breakAfter(SIGIL, plain);
    text = breakAfter(TRACKER, text);
    text = COMMIT.matcher(text).replaceAll(name -> breakAfter(FOUR, name.group()));
    text = breakAfter(COLON, text);
    return breakAfter(WWW, text);
  }

  /** Puts a mark (a character that plain text never has) behind each match. */
  private static String breakAfter(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll("$0\u200B");
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\u200B' -> out.append(BREAK);
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '$' -> out.append("&#36;");
        case '|' -> out.append("&#124;");
        case '\\', '`', '*', '[', ']', '{', '~', '^' -> out.append('\\').append(c);
        case '_' -> out.append(insideWord(text, i) ? "_" : "\\_");
        default -> out.append(i == startingSign(text) ? "&#" + (int) c + ";" : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private static boolean insideWord(String text, int at) {
    return at > 0
        && at < text.length() - 1
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /**
   * Where the sign is that would start a list, heading, rule or quick action; -1 if nowhere. As an
   * entity it starts none.
   */
  private static int startingSign(String text) {
    Matcher block = BLOCK_START.matcher(text);
    return block.lookingAt() ? block.end() - 1 : -1;
  }

  private static int longestRun(String text, char of) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == of ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
