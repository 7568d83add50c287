package dev.countersign.bot.review.html;

import dev.countersign.bot.text.HtmlText;
import dev.countersign.bot.text.LinkTarget;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element being made: its name and attributes. Immutable; every method returns a new one.
 * Attributes that hold an address take a {@link LinkTarget} only; event handlers and inline styles
 * are refused.
 */
public final class Tag {
  private static final Set<String> EMPTY =
      Set.of("br", "hr", "img", "input", "link", "meta", "source", "col");
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "formaction", "srcset", "srcdoc", "style");
  private static final Set<String> LINED =
      Set.of(
          "article",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "header",
          "img",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "section",
          "summary",
          "table",
          "tbody",
          "thead",
          "tr",
          "ul");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final String name;
  private final String attributes;

  private Tag(String name, String attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /**
   * An element without attributes yet.
   *
   * @throws IllegalArgumentException if it is {@code script} or no name of an element
   */
  public static Tag of(String name) {
    if (!NAME.matcher(name).matches() || name.equals("script") || name.equals("iframe")) {
      throw new IllegalArgumentException("\"" + name + "\" is not an element for our pages");
    }
    return new Tag(name, "");
  }

  /**
   * With an attribute; the value is encoded.
   *
   * @throws IllegalArgumentException if the attribute holds an address, a style or a script
   */
  public Tag with(String attribute, String value) {
    if (ADDRESSES.contains(attribute) || attribute.startsWith("on")) {
      throw new IllegalArgumentException("\"" + attribute + "\" takes no free text");
    }
    return plus(attribute, HtmlText.of(value));
  }

  /** With an address in {@code href}, {@code src} or {@code action}. */
  public Tag with(String attribute, LinkTarget target) {
    return plus(attribute, HtmlText.escape(target.encoded()));
  }

  /** With a class or several. */
  public Tag styled(String classes) {
    return with("class", classes);
  }

  /** With an attribute that has no value, such as {@code disabled}. */
  public Tag flagged(String attribute) {
    return new Tag(name, attributes + " " + checked(attribute));
  }

  /** The element with its content. */
  public Html containing(Html... content) {
    return containing(List.of(content));
  }

  /** The element with its content. */
  public Html containing(Collection<Html> content) {
    if (EMPTY.contains(name)) {
      throw new IllegalArgumentException("\"" + name + "\" has no content");
    }
    String inner = Html.all(content).markup();
    String end = LINED.contains(name) ? "\n" : "";
    return Html.ofEncoded("<" + name + attributes + ">" + inner + "</" + name + ">" + end);
  }

  /** The element with a text. */
  public Html text(String text) {
    return containing(Html.text(text));
  }

  /** The element without content, for example {@code img}. */
  public Html empty() {
    return EMPTY.contains(name)
        ? Html.ofEncoded("<" + name + attributes + ">" + (LINED.contains(name) ? "\n" : ""))
        : containing();
  }

  private Tag plus(String attribute, String encoded) {
    return new Tag(name, attributes + " " + checked(attribute) + "=\"" + encoded + "\"");
  }

  private static String checked(String attribute) {
    if (!NAME.matcher(attribute).matches()) {
      throw new IllegalArgumentException("\"" + attribute + "\" is not an attribute's name");
    }
    return attribute;
  }
}
