package dev.countersign.modelrefs.evidence.metric;

import java.util.Arrays;

/**
 * Rows of a binary classifier put into blocks of equal score, from the highest score to the lowest;
 * what rank metrics need. Immutable.
 */
public final class ScoreBlocks {
  private final BinaryScores scores;
  private final int count;
  private final int[] blocks;

  private ScoreBlocks(BinaryScores scores, int count, int[] blocks) {
    this.scores = scores;
    this.count = count;
    this.blocks = blocks;
  }

  /** The blocks of all rows. */
  public static ScoreBlocks of(BinaryScores scores) {
    double[] ascending = new double[scores.rows()];
    Arrays.setAll(ascending, scores::probability);
    Arrays.parallelSort(ascending);
    double[] distinct = Arrays.stream(ascending).distinct().toArray();
    int[] blocks = new int[scores.rows()];
    Arrays.parallelSetAll(
        blocks,
        row -> distinct.length - 1 - Arrays.binarySearch(distinct, scores.probability(row)));
    return new ScoreBlocks(scores, distinct.length, blocks);
  }

  /** Number of different scores. */
  public int count() {
    return count;
  }

  /** The block of a row; 0 is the highest score. */
  public int of(int row) {
    return blocks[row];
  }

  /** The rows' scores. */
  public BinaryScores scores() {
    return scores;
  }
}
