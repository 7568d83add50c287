package dev.countersign.modelrefs.evidence.rows;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The canonical order of rows. Sorts one long per row (the key's first bits and the row's number)
 * and then mends the few runs whose first bits are equal, which is several times faster than
 * comparing keys.
 */
final class RowOrder {
  private static final int ROW_BITS = 24;
  private static final long ROW_MASK = (1L << ROW_BITS) - 1;

  /** The most rows that can be ordered. */
  static final int MAXIMUM_ROWS = 1 << ROW_BITS;

  private final long[] words;
  private final int[] occurrences;

  RowOrder(long[] words, int[] occurrences) {
    this.words = words;
    this.occurrences = occurrences;
  }

  /** Row numbers in canonical order. */
  int[] order() {
    long[] packed = new long[occurrences.length];
    Arrays.setAll(packed, row -> pack(words[row * RowKeys.WORDS], row));
    Arrays.parallelSort(packed);
    int[] order = new int[packed.length];
    Arrays.setAll(order, i -> (int) (packed[i] & ROW_MASK));
    int start = 0;
    for (int end = 1; end <= order.length; end++) {
      if (end == order.length || packed[end] >>> ROW_BITS != packed[start] >>> ROW_BITS) {
        sortFully(order, start, end);
        start = end;
      }
    }
    return order;
  }

  /** Negative, zero or positive as row {@code a} is before, at or after row {@code b}. */
  int compare(int a, int b) {
    for (int word = 0; word < RowKeys.WORDS; word++) {
      int difference =
          Long.compareUnsigned(words[a * RowKeys.WORDS + word], words[b * RowKeys.WORDS + word]);
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(occurrences[a], occurrences[b]);
  }

  private static long pack(long prefix, int row) {
    return ((prefix ^ Long.MIN_VALUE) & ~ROW_MASK) | row;
  }

  private void sortFully(int[] order, int start, int end) {
    if (end - start < 2) {
      return;
    }
    Comparator<Integer> byKey = this::compare;
    Integer[] run = Arrays.stream(order, start, end).boxed().toArray(Integer[]::new);
    Arrays.sort(run, byKey.thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < run.length; i++) {
      order[start + i] = run[i];
    }
  }
}
