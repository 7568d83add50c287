package dev.countersign.modelrefs.evidence.rows;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rows a model was trained on, as the sorted first eight bytes of their keys: 8 MB per million
 * rows. Keys are SHA-256 digests, so that two different rows with the same eight bytes are not to
 * be expected (one chance in ten million for ten million training and a hundred thousand evaluation
 * rows); if it happened, a comparison would be refused, never passed. Immutable.
 */
public final class TrainingRows {
  private final long[] prefixes;
  private final Optional<Long> latest;

  /**
   * Training rows by the first eight bytes of their keys, big-endian.
   *
   * @param latest the time of the latest row in milliseconds since 1970-01-01T00:00Z, if known
   */
  public TrainingRows(long[] prefixes, Optional<Long> latest) {
    this.prefixes = prefixes.clone();
    this.latest = latest;
    Arrays.parallelSort(this.prefixes);
  }

  /** Number of training rows. */
  public int size() {
    return prefixes.length;
  }

  /** The time of the latest training row, in milliseconds since 1970-01-01T00:00Z, if known. */
  public Optional<Long> latest() {
    return latest;
  }

  /** How many evaluation rows are training rows. */
  public int overlap(RowKeys evaluation) {
    int count = 0;
    for (int row = 0; row < evaluation.size(); row++) {
      if (Arrays.binarySearch(prefixes, evaluation.prefix(row)) >= 0) {
        count++;
      }
    }
    return count;
  }
}
