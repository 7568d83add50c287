package dev.countersign.bot.plots;

import dev.countersign.bot.text.PlainText;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Text and numbers on pictures. */
final class Labels {
  private static final int MOST_CHARACTERS = 26;

  private Labels() {}

  /**
   * A name from outside, one short line. The charting library reads text between dollar signs as
   * formulas.
   */
  static String name(String text) {
    String plain = PlainText.of(text).replace('$', '＄');
    return plain.length() <= MOST_CHARACTERS
        ? plain
        : plain.substring(0, MOST_CHARACTERS - 1) + "…";
  }

  /** A number on an axis: {@code 0.25}, {@code 1.5k}, {@code 20k}, {@code 3M}. */
  static String tick(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return number(value / 1e6, 2) + "M";
    }
    return size >= 1e3 ? number(value / 1e3, 2) + "k" : number(value, 3);
  }

  /** A number in a sentence, with four significant digits. */
  static String figure(double value) {
    int before = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    return number(value, Math.max(0, Math.min(4, 4 - before)));
  }

  static String percent(double share) {
    return number(share * 100, 1) + " %";
  }

  static String count(long rows) {
    return number((double) rows, 0);
  }

  private static String number(double value, int mostDecimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(mostDecimals);
    String text = format.format(value);
    return text.equals("-0") ? "0" : text.replace('-', '−');
  }
}
