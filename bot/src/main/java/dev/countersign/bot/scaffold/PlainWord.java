package dev.countersign.bot.scaffold;

import java.util.regex.Pattern;

/**
 * A word of a command in a CI file: the shell that a CI hands it to finds nothing in it to expand.
 *
 * @param text letters, digits and {@code . _ / : @ % + = -}; the first is none of {@code - + = %}
 */
public record PlainWord(String text) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._/:@][A-Za-z0-9._/:@%+=-]{0,250}");

  /**
   * @throws IllegalArgumentException if a shell could see more than a word in it
   */
  public PlainWord {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" cannot stand in a CI file; use letters, digits and . _ / : @ % + = -");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
