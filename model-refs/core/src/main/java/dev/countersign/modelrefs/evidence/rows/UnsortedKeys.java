package dev.countersign.modelrefs.evidence.rows;

import java.util.stream.IntStream;

/** Row keys in the order of the file they came from; the order is computed once. Immutable. */
public final class UnsortedKeys {
  private final long[] words;
  private final int[] occurrences;
  private final RowOrder canonical;
  private final int[] order;

  /**
   * Keys of four big-endian words each.
   *
   * @throws IllegalArgumentException if there are not four words per occurrence
   */
  public UnsortedKeys(long[] words, int[] occurrences) {
    if (words.length != occurrences.length * RowKeys.WORDS) {
      throw new IllegalArgumentException("a row key has four words");
    }
    this.words = words.clone();
    this.occurrences = occurrences.clone();
    this.canonical = new RowOrder(this.words, this.occurrences);
    this.order = canonical.order();
  }

  /** Number of rows. */
  public int size() {
    return occurrences.length;
  }

  /** The rows, by their place in the file, that repeat a row before them; in canonical order. */
  public IntStream duplicates() {
    return IntStream.range(1, order.length)
        .filter(i -> canonical.compare(order[i - 1], order[i]) == 0)
        .map(i -> order[i]);
  }

  int[] order() {
    return order.clone();
  }

  RowKeys sorted(int[] asOrdered) {
    return RowKeys.ordered(words, occurrences, asOrdered);
  }
}
