package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.Arrays;

/**
 * Rows of a binary classifier put into blocks of equal score, from the highest score to the lowest;
 * what rank metrics need. Immutable.
 */
final class ScoreBlocks {
  private final BinaryScores scores;
  private final double[] ascending;

  private ScoreBlocks(BinaryScores scores, double[] ascending) {
    this.scores = scores;
    this.ascending = ascending;
  }

  static ScoreBlocks of(BinaryScores scores, RowSet rows) {
    double[] all = new double[rows.size()];
    Arrays.setAll(all, i -> scores.probability(rows.at(i)));
    Arrays.parallelSort(all);
    return new ScoreBlocks(scores, Arrays.stream(all).distinct().toArray());
  }

  /** Number of different scores. */
  int count() {
    return ascending.length;
  }

  /** The block of a row; 0 is the highest score. */
  int of(int row) {
    return ascending.length - 1 - Arrays.binarySearch(ascending, scores.probability(row));
  }

  /** A block's score. */
  double score(int block) {
    return ascending[ascending.length - 1 - block];
  }

  BinaryScores scores() {
    return scores;
  }
}
