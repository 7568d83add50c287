package dev.countersign.bot.forge.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Finds the names that a forge would notify: an at sign before a name in rendered text, but not in
 * code. Stricter than the forges in doubt: an escaped at sign or an entity counts.
 */
final class Mentions {
  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_`/.@])@([\\p{Alnum}_](?:[\\p{Alnum}_./-]*[\\p{Alnum}_])?)");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?:\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|implement(?:s|ed)?):? )?"
              + "(?<![\\p{L}\\p{N}_&/#!])(?:[\\w.-]+(?:/[\\w.-]+)+)?(?:[#!]|\\bGH-)\\d+\\b");
  private static final Pattern NUMERIC_ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern CODE =
      Pattern.compile("(?is)<(code|pre|!--)\\b?.*?(</\\1>|-->|\\z)");

  private Mentions() {}

  static List<String> in(String markdown) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text(markdown));
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  /** References such as {@code #1}, {@code !3}, {@code acme/models#7}, {@code Fixes #1}. */
  static List<String> references(String markdown) {
    return REFERENCE.matcher(text(markdown)).results().map(MatchResult::group).toList();
  }

  private static String decoded(String html) {
    return NUMERIC_ENTITY
        .matcher(html.replace("&commat;", "@"))
        .replaceAll(
            entity ->
                Matcher.quoteReplacement(
                    Character.toString(
                        Integer.parseInt(entity.group(2), entity.group(1).isEmpty() ? 10 : 16))));
  }

  private static String text(String markdown) {
    StringBuilder text = new StringBuilder();
    PARSER.parse(markdown).accept(new Collector(text));
    return decoded(TAG.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(""));
  }

  /** Keeps the text and the tags, and leaves code out. */
  private static final class Collector extends AbstractVisitor {
    private final StringBuilder text;

    Collector(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral().replace("<", "\u2039"));
    }

    @Override
    public void visit(Code node) {
      text.append('`');
    }

    @Override
    public void visit(HtmlInline node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlBlock node) {
      text.append(node.getLiteral()).append('\n');
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append('\n');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append('\n');
    }

    @Override
    public void visit(Paragraph node) {
      paragraph(node);
    }

    @Override
    public void visit(CustomBlock node) {
      paragraph(node);
    }

    private void paragraph(Node node) {
      visitChildren(node);
      text.append('\n');
    }
  }
}
