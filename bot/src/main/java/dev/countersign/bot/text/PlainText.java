package dev.countersign.bot.text;

import java.text.Normalizer;

/**
 * Text from outside as one line that a person can see all of: no line breaks, no control
 * characters, nothing invisible, nothing that changes the direction of what follows.
 */
public final class PlainText {
  /** Longer text is cut, with an ellipsis. */
  public static final int MAX_LENGTH = 400;

  private PlainText() {}

  /**
   * White space of any kind becomes one space; control, format (bidirectional, zero-width, tag) and
   * unassigned characters are shown as {@code ‹U+202E›}, so that two names that differ only in what
   * cannot be seen do not look alike (Unicode Technical Standard 39; "Trojan Source",
   * CVE-2021-42574).
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 8);
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < normal.length() && line.length() < MAX_LENGTH; ) {
      int c = normal.codePointAt(i);
      append(line, c);
      i += Character.charCount(c);
      if (line.length() >= MAX_LENGTH && i < normal.length()) {
        line.append('…');
      }
    }
    return line.toString().strip();
  }

  private static void append(StringBuilder line, int c) {
    if (isSpace(c)) {
      if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    } else if (isInvisible(c)) {
      line.append("‹U+%04X›".formatted(c));
    } else {
      line.appendCodePoint(c);
    }
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** Whether a character is one that nobody sees; line breaks are among them, spaces are not. */
  static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> isBlankLetter(c) || isVariationSelector(c);
    };
  }

  /** Letters that Unicode draws as nothing: Hangul fillers and the like. */
  private static boolean isBlankLetter(int c) {
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
