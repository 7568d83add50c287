package dev.countersign.modelrefs.json;

/** Sets white space between the tokens of compact JSON, leaving every token as it is. Used once. */
final class Indenter {
  private final String compact;
  private final StringBuilder out;
  private int at;
  private int depth;

  /**
   * @param compact well-formed, without white space between tokens
   */
  Indenter(String compact) {
    this.compact = compact;
    this.out = new StringBuilder(compact.length() * 2);
  }

  /** One key or element per line, two spaces per level, {@code []} and {@code {}} if empty. */
  String indented() {
    while (at < compact.length()) {
      char c = compact.charAt(at++);
      switch (c) {
        case '"' -> string();
        case '{', '[' -> open(c);
        case '}', ']' -> close(c);
        case ',' -> {
          out.append(c);
          newLine();
        }
        case ':' -> out.append(": ");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private void string() {
    int end = at;
    while (compact.charAt(end) != '"') {
      end += compact.charAt(end) == '\\' ? 2 : 1;
    }
    out.append(compact, at - 1, end + 1);
    at = end + 1;
  }

  private void open(char bracket) {
    out.append(bracket);
    char next = compact.charAt(at);
    if (next == '}' || next == ']') {
      out.append(next);
      at++;
    } else {
      depth++;
      newLine();
    }
  }

  private void close(char bracket) {
    depth--;
    newLine();
    out.append(bracket);
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(depth));
  }
}
