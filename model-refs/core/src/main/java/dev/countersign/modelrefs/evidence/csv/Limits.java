package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evidence.rows.PredictionsTable;

/**
 * What a file may cost.
 *
 * @param rows most rows
 * @param columns most columns
 * @param bytes most bytes after decompression
 * @param sliceValues most different values over all slice columns
 * @param problems reading stops after this many problems
 */
public record Limits(int rows, int columns, long bytes, int sliceValues, int problems) {
  /** What Countersign accepts: 16,777,216 rows, 1,000 columns, 8 GiB, 256 slices, 100 problems. */
  public static final Limits DEFAULT =
      new Limits(PredictionsTable.MAXIMUM_ROWS, 1_000, 8L << 30, 256, 100);
}
