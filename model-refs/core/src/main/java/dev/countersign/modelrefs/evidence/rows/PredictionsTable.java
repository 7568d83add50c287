package dev.countersign.modelrefs.evidence.rows;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Predictions in the order of the file they came from, before they are sorted.
 *
 * @param keys who the rows are, in file order
 * @param classes as in {@link Predictions}
 */
public record PredictionsTable(
    Task task,
    UnsortedKeys keys,
    List<String> classes,
    Column actual,
    Scores candidate,
    Map<Digest, Scores> baselines,
    List<SliceColumn> slices,
    Optional<Column> weights,
    Optional<Column> times) {
  /** The most rows a table may have: 16,777,216. */
  public static final int MAXIMUM_ROWS = RowOrder.MAXIMUM_ROWS;

  public PredictionsTable {
    classes = List.copyOf(classes);
    baselines = Map.copyOf(baselines);
    slices = List.copyOf(slices);
  }

  /**
   * The predictions in canonical order.
   *
   * @throws IllegalArgumentException if a row occurs twice; look with {@link
   *     UnsortedKeys#duplicates()} first
   */
  public Predictions toPredictions() {
    if (keys.duplicates().findAny().isPresent()) {
      throw new IllegalArgumentException("a row occurs twice");
    }
    int[] order = keys.order();
    int[] asRead = IntStream.range(0, order.length).toArray();
    return new Predictions(
            task,
            keys.sorted(asRead),
            classes,
            actual,
            candidate,
            baselines,
            slices,
            weights,
            times)
        .permuted(keys.sorted(order), order);
  }
}
