package dev.countersign.modelrefs.evidence.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finite decimal numbers with a point, and why other things are none. */
final class Numbers {
  private static final Set<String> NOT_FINITE =
      Set.of("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

  private Numbers() {}

  /** The number, or NaN if it is none; {@link #problem} then says why. */
  static double parse(String field) {
    if (!plain(field)) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(field);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Why a field is no number. */
  static String problem(String field) {
    String quoted = "\"" + shortened(field) + "\"";
    if (field.isEmpty()) {
      return "a number is missing";
    }
    if (NOT_FINITE.contains(field.toLowerCase(Locale.ROOT))) {
      return quoted + " is not a finite number";
    }
    if (field.indexOf(',') >= 0) {
      return quoted + " has a comma; write the number with a decimal point and without grouping";
    }
    return plain(field) && field.chars().anyMatch(Character::isDigit)
        ? quoted + " is not a number within the range of a double"
        : quoted + " is not a number";
  }

  /** A non-negative integer below 2^31; empty if it is none. */
  static Optional<Integer> count(String field) {
    boolean digits =
        !field.isEmpty() && field.length() <= 9 && field.chars().allMatch(Numbers::digit);
    return digits ? Optional.of(Integer.valueOf(field)) : Optional.empty();
  }

  /** A field as quoted in a message. */
  static String shortened(String field) {
    return field.length() <= 60 ? field : field.substring(0, 60) + "…";
  }

  private static boolean plain(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (!(digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
        return false;
      }
    }
    return !field.isEmpty();
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
