package dev.countersign.modelrefs.evaluation;

/**
 * A part of the evaluation rows, by an input column and one of its values.
 *
 * @param column the input column, for example {@code cut}
 * @param value its value or range, for example {@code Ideal} or {@code 1.0-1.5}
 */
public record SliceName(String column, String value) {
  /**
   * @throws IllegalArgumentException if a part is empty or the column has a space, which would end
   *     it when a reference is read
   */
  public SliceName {
    if (column.isEmpty() || column.indexOf(' ') >= 0 || value.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" with value \"%s\" is not a slice; a column has no space and a value is not empty"
              .formatted(column, value));
    }
  }

  /** {@code cut Ideal}: how a reference and a review name it. */
  @Override
  public String toString() {
    return column + " " + value;
  }

  /** Parses {@code column value}; the column ends at the first space. */
  public static SliceName parse(String text) {
    int space = text.indexOf(' ');
    if (space <= 0 || space == text.length() - 1) {
      throw new IllegalArgumentException("\"" + text + "\" is not a slice; write COLUMN VALUE");
    }
    return new SliceName(text.substring(0, space), text.substring(space + 1));
  }
}
