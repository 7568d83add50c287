package dev.countersign.bot.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Finds words that look like others: Latin letters with Cyrillic or Greek ones among them. */
public final class Lookalikes {
  private static final Set<UnicodeScript> CONFUSABLE =
      EnumSet.of(
          UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

  private Lookalikes() {}

  /**
   * Whether a text needs a warning beside it: a word mixes alphabets that share letter shapes
   * ("mixed-script confusable" in Unicode Technical Standard 39), or it holds characters that
   * cannot be seen.
   */
  public static boolean suspects(String text) {
    return text.codePoints().anyMatch(PlainText::isInvisible) || mixesAlphabets(text);
  }

  private static boolean mixesAlphabets(String text) {
    Set<UnicodeScript> word = EnumSet.noneOf(UnicodeScript.class);
    for (int c : text.codePoints().toArray()) {
      if (!Character.isLetter(c)) {
        word.clear();
      } else if (CONFUSABLE.contains(UnicodeScript.of(c))) {
        word.add(UnicodeScript.of(c));
      }
      if (word.size() > 1) {
        return true;
      }
    }
    return false;
  }
}
