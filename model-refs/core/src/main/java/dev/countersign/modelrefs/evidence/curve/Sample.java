package dev.countersign.modelrefs.evidence.curve;

import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.stream.IntStream;

/** Rows for a scatter plot. */
public final class Sample {
  private Sample() {}

  /**
   * At most so many rows, the same every time. Rows are in the order of their hashed keys, so
   * evenly spaced ones are a random sample.
   */
  public static RowSet of(Predictions predictions, int mostRows) {
    int rows = predictions.rows();
    return rows <= mostRows
        ? RowSet.all(rows)
        : RowSet.of(
            IntStream.range(0, mostRows).map(i -> (int) ((long) i * rows / mostRows)).toArray());
  }
}
