package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers for people, the same in every locale. Numbers that are compared get the same number of
 * decimals.
 */
final class Figures {
  private static final int SIGNIFICANT = 4;
  private static final int MOST_DECIMALS = 6;
  private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** Decimals that show four significant digits of the largest of some numbers. */
  static int decimals(double... numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    if (largest == 0) {
      return 0;
    }
    int digitsBefore = (int) Math.floor(Math.log10(largest)) + 1;
    return Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT - digitsBefore));
  }

  /** Decimals that show an interval's width with two digits, and so nothing but noise less. */
  static int decimals(Interval interval) {
    double width = interval.high() - interval.low();
    return width == 0
        ? decimals(interval.low())
        : Math.max(0, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(width))));
  }

  /** Decimals from some on that show no bound of an interval as 0 which does not hold 0. */
  static int decimalsApartFromZero(Interval interval, int decimals) {
    double nearest = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
    int enough = decimals;
    while (!interval.contains(0) && enough < MOST_DECIMALS && isShownAsZero(nearest, enough)) {
      enough++;
    }
    return enough;
  }

  private static boolean isShownAsZero(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).signum() == 0;
  }

  /** A number as someone wrote it, without zeros at its end. */
  static String written(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
    return number(value, Math.max(0, rounded.stripTrailingZeros().scale()));
  }

  /** A number with its own four significant digits. */
  static String number(double value) {
    return number(value, decimals(value));
  }

  static String number(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String digits = format(decimals).format(rounded.abs());
    return rounded.signum() < 0 ? "−" + digits : digits;
  }

  /** A difference, always with its sign. */
  static String difference(double value, int decimals) {
    String number = number(value, decimals);
    boolean zero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
    return number.startsWith("−") || zero ? number : "+" + number;
  }

  static String interval(Interval interval, int decimals) {
    return "[" + number(interval.low(), decimals) + ", " + number(interval.high(), decimals) + "]";
  }

  static String differences(Interval interval, int decimals) {
    return "["
        + difference(interval.low(), decimals)
        + ", "
        + difference(interval.high(), decimals)
        + "]";
  }

  /** A share such as 0.05 as {@code 5 %}. */
  static String percent(double share) {
    double percent = share * 100;
    double tenths = Math.rint(percent * 10) / 10;
    return number(percent, tenths == Math.rint(tenths) ? 0 : 1) + " %";
  }

  /** A relative change, always with its sign and one decimal. */
  static String percentChange(double share) {
    return difference(share * 100, 1) + " %";
  }

  static String count(long count) {
    return format(0).format(count);
  }

  /** {@code 1 row}, {@code 2 rows}. */
  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1000 && unit < BYTE_UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return number(size, unit == 0 || size >= 100 ? 0 : 1) + " " + BYTE_UNITS[unit];
  }

  /** {@code 2026-11-20 09:01:42 UTC}. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? (seconds / 60) + " min " + (seconds % 60) + " s"
        : (seconds / 3600) + " h " + (seconds % 3600 / 60) + " min";
  }

  private static DecimalFormat format(int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format;
  }
}
