package dev.countersign.bot.text;

/** Encodes text for HTML, as content of an element or as a quoted attribute's value. */
public final class HtmlText {
  private HtmlText() {}

  /** Text as one line; fits elements and quoted attributes alike, not scripts or styles. */
  public static String of(String text) {
    return escape(PlainText.of(text));
  }

  /** Several lines, each made plain, for an element that keeps line breaks. */
  public static String lines(Iterable<String> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(of(line)).append('\n'));
    return out.toString();
  }

  /** Escapes text that is plain already, whatever its length. */
  public static String escape(String plain) {
    StringBuilder out = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
