package dev.countersign.modelrefs.evidence.rows;

import java.util.Arrays;
import java.util.List;

/** The value that each row has in one input column; a row may have none. Immutable. */
public final class SliceColumn {
  /** The code of a row that has no value. */
  public static final int NONE = -1;

  private final String name;
  private final List<String> values;
  private final int[] codes;

  private SliceColumn(String name, List<String> values, int[] codes) {
    this.name = name;
    this.values = values;
    this.codes = codes;
  }

  /**
   * A column by the position of each row's value in {@code values}, or {@link #NONE}. The values
   * are kept sorted, so the order in which a file first names them does not matter.
   */
  public static SliceColumn of(String name, List<String> values, int... codes) {
    List<String> sorted = values.stream().sorted().toList();
    int[] position = values.stream().mapToInt(sorted::indexOf).toArray();
    return new SliceColumn(
        name, sorted, Arrays.stream(codes).map(code -> code < 0 ? NONE : position[code]).toArray());
  }

  /** The input column's name. */
  public String name() {
    return name;
  }

  /** Its values, sorted. */
  public List<String> values() {
    return values;
  }

  /** Number of rows. */
  public int size() {
    return codes.length;
  }

  /** The position of a row's value, or {@link #NONE}. */
  public int code(int row) {
    return codes[row];
  }

  /** The rows that have the value at a position, ascending. */
  public int[] rowsOf(int code) {
    int[] rows = new int[Math.toIntExact(Arrays.stream(codes).filter(c -> c == code).count())];
    int next = 0;
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] == code) {
        rows[next++] = row;
      }
    }
    return rows;
  }

  SliceColumn permuted(int[] order) {
    return new SliceColumn(name, values, Arrays.stream(order).map(row -> codes[row]).toArray());
  }
}
