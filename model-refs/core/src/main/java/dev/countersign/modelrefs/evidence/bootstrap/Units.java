package dev.countersign.modelrefs.evidence.bootstrap;

import dev.countersign.modelrefs.evidence.rows.RowKeys;
import java.util.stream.IntStream;

/**
 * What the bootstrap draws with replacement: single rows, or groups of rows formed by row key. A
 * group's rows are an arbitrary (hashed) part of the rows, so that drawing groups is drawing rows
 * in batches; with thousands of groups the interval is the same within a few percent of its width,
 * and its cost no longer depends on the number of rows.
 */
public final class Units {
  private final int count;
  private final int[] unitOfRow;

  private Units(int count, int[] unitOfRow) {
    this.count = count;
    this.unitOfRow = unitOfRow;
  }

  /** Every row is a unit. */
  public static Units rows(int rows) {
    return new Units(rows, IntStream.range(0, rows).toArray());
  }

  /** Rows are put into groups by their keys; copies of a row share a group. */
  public static Units groups(RowKeys keys, int groups) {
    return new Units(
        groups, IntStream.range(0, keys.size()).map(row -> keys.group(row, groups)).toArray());
  }

  /** Number of units, and of draws per resample. */
  public int count() {
    return count;
  }

  /** The unit that a row belongs to. */
  public int of(int row) {
    return unitOfRow[row];
  }
}
