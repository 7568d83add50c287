package dev.countersign.modelrefs.evidence.rows;

import java.nio.ByteBuffer;

/**
 * Who the rows are: the SHA-256 of a row's canonical content, and a count from 0 that tells rows of
 * equal content apart. In canonical order (unsigned bytes of the key, then occurrence), without
 * duplicates.
 */
public final class RowKeys {
  /** A key's length in bytes. */
  public static final int BYTES = 32;

  static final int WORDS = 4;

  private final long[] words;
  private final int[] occurrences;

  private RowKeys(long[] words, int[] occurrences) {
    this.words = words;
    this.occurrences = occurrences;
  }

  /** The keys of a table, in the given canonical order. */
  static RowKeys ordered(long[] words, int[] occurrences, int[] order) {
    long[] sortedWords = new long[words.length];
    int[] sortedOccurrences = new int[order.length];
    for (int row = 0; row < order.length; row++) {
      System.arraycopy(words, order[row] * WORDS, sortedWords, row * WORDS, WORDS);
      sortedOccurrences[row] = occurrences[order[row]];
    }
    return new RowKeys(sortedWords, sortedOccurrences);
  }

  /** Number of rows. */
  public int size() {
    return occurrences.length;
  }

  /** The count that tells a row from others of equal content. */
  public int occurrence(int row) {
    return occurrences[row];
  }

  /** The first eight bytes of a row's key as a big-endian number. */
  public long prefix(int row) {
    return words[row * WORDS];
  }

  /** Writes a row's key, {@value #BYTES} bytes. */
  public void put(int row, ByteBuffer target) {
    for (int word = 0; word < WORDS; word++) {
      target.putLong(words[row * WORDS + word]);
    }
  }

  /**
   * A number from 0 to {@code groups - 1} that depends on the key alone, so that a row is in the
   * same group whatever rows surround it. Keys that are not digests spread evenly, too: the key's
   * words are mixed by SplitMix64's constants (Steele et al., 2014).
   */
  public int group(int row, int groups) {
    long mixed = 0;
    for (int word = 0; word < WORDS; word++) {
      mixed = (mixed ^ words[row * WORDS + word]) * 0x9e3779b97f4a7c15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    }
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), groups);
  }
}
