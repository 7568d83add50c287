package dev.countersign.modelrefs.evidence.rows;

import java.util.Arrays;

/** One finite number per row; immutable. */
public final class Column {
  private final double[] values;

  private Column(double[] values) {
    this.values = values;
  }

  /**
   * A column with the given values.
   *
   * @throws IllegalArgumentException if one is NaN or infinite
   */
  public static Column of(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a column holds finite numbers, not " + value);
      }
    }
    return new Column(values.clone());
  }

  /** Number of rows. */
  public int size() {
    return values.length;
  }

  /** The value of a row. */
  public double at(int row) {
    return values[row];
  }

  /** The values in row order; a copy. */
  public double[] toArray() {
    return values.clone();
  }

  /** The column whose row {@code i} is this one's row {@code order[i]}. */
  Column permuted(int[] order) {
    double[] other = new double[order.length];
    Arrays.setAll(other, row -> values[order[row]]);
    return new Column(other);
  }
}
