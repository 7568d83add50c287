package dev.countersign.samples.diamonds.data;

import java.util.List;

/**
 * One diamond.
 *
 * @param cells the row as it stands in the file, in the order of {@link #COLUMNS}
 * @param priceUsd in US dollars
 */
public record Diamond(List<String> cells, RowKey key, double carat, int priceUsd) {
  /** The columns of the data set. */
  public static final List<String> COLUMNS =
      List.of("carat", "cut", "color", "clarity", "depth", "table", "price", "x", "y", "z");

  /** Cuts from the worst to the best. */
  public static final List<String> CUTS = List.of("Fair", "Good", "Very Good", "Premium", "Ideal");

  /** Colours from the best to the worst. */
  public static final List<String> COLORS = List.of("D", "E", "F", "G", "H", "I", "J");

  /** Clarities from the worst to the best. */
  public static final List<String> CLARITIES =
      List.of("I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF");

  public Diamond {
    cells = List.copyOf(cells);
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException naming the column whose value is not what it should be
   */
  public static Diamond parse(List<String> cells) {
    if (cells.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "has %d cells instead of %d".formatted(cells.size(), COLUMNS.size()));
    }
    requireOneOf("cut", cells.get(1), CUTS);
    requireOneOf("color", cells.get(2), COLORS);
    requireOneOf("clarity", cells.get(3), CLARITIES);
    for (int column : new int[] {4, 5, 7, 8, 9}) {
      number(cells, column, 0);
    }
    double carat = number(cells, 0, 0.01);
    int price = (int) number(cells, 6, 1);
    return new Diamond(cells, RowKey.of(cells), carat, price);
  }

  /** The value of a column as in the file. */
  public String cell(String column) {
    return cells.get(COLUMNS.indexOf(column));
  }

  private static void requireOneOf(String column, String value, List<String> values) {
    if (!values.contains(value)) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not one of %s".formatted(column, value, String.join(", ", values)));
    }
  }

  private static double number(List<String> cells, int column, double minimum) {
    double value;
    try {
      value = Double.parseDouble(cells.get(column));
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value) || value < minimum) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not a number from %s on"
              .formatted(COLUMNS.get(column), cells.get(column), minimum));
    }
    return value;
  }
}
