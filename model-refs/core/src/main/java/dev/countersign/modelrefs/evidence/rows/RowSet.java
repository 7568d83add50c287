package dev.countersign.modelrefs.evidence.rows;

/** All rows, or some of them in ascending order; immutable. */
public final class RowSet {
  private final int size;
  private final int[] rows;

  private RowSet(int size, int... rows) {
    this.size = size;
    this.rows = rows;
  }

  /** All rows of a table of the given size. */
  public static RowSet all(int size) {
    return new RowSet(size);
  }

  /** The given rows, which must be ascending. */
  public static RowSet of(int... rows) {
    return new RowSet(rows.length, rows.clone());
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** The row at a position. */
  public int at(int position) {
    return rows.length == 0 ? position : rows[position];
  }
}
