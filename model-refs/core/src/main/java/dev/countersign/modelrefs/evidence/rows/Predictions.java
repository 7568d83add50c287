package dev.countersign.modelrefs.evidence.rows;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.value.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the candidate and the baselines said about the evaluation rows. Made by {@link
 * PredictionsTable#toPredictions()}, which sorts the rows; a million rows with two models take
 * about 100 MB.
 *
 * @param classes the labels, sorted; empty for regression
 * @param actual the value, or the position of the label in {@code classes}
 * @param baselines by artifact digest
 * @param weights positive; empty if all rows weigh the same
 * @param times milliseconds since 1970-01-01T00:00Z of each row, where rows have times
 */
public record Predictions(
    Task task,
    RowKeys keys,
    List<String> classes,
    Column actual,
    Scores candidate,
    Map<Digest, Scores> baselines,
    List<SliceColumn> slices,
    Optional<Column> weights,
    Optional<Column> times) {
  public Predictions {
    classes = List.copyOf(classes);
    baselines = Map.copyOf(baselines);
    slices = List.copyOf(slices);
    int rows = keys.size();
    boolean rectangular =
        Stream.concat(columns(actual, weights, times), columns(candidate, baselines))
                .allMatch(column -> column.size() == rows)
            && slices.stream().allMatch(slice -> slice.size() == rows);
    if (!rectangular) {
      throw new IllegalArgumentException("columns of different length");
    }
  }

  /** Number of rows. */
  public int rows() {
    return keys.size();
  }

  /** How much a row counts; 1 where there are no weights. */
  public double weight(int row) {
    return weights.isPresent() ? weights.get().at(row) : 1;
  }

  /** What the model with the given artifact said; empty if it is not among the predictions. */
  public Optional<Scores> baseline(Digest artifact) {
    return Optional.ofNullable(baselines.get(artifact));
  }

  /** The slice column of the given name. */
  public Optional<SliceColumn> slice(String column) {
    return slices.stream().filter(slice -> slice.name().equals(column)).findFirst();
  }

  Predictions permuted(RowKeys sorted, int[] order) {
    Map<Digest, Scores> others = new LinkedHashMap<>();
    baselines.forEach((digest, scores) -> others.put(digest, scores.permuted(order)));
    return new Predictions(
        task,
        sorted,
        classes,
        actual.permuted(order),
        candidate.permuted(order),
        others,
        slices.stream().map(slice -> slice.permuted(order)).toList(),
        weights.map(column -> column.permuted(order)),
        times.map(column -> column.permuted(order)));
  }

  private static Stream<Column> columns(
      Column actual, Optional<Column> weights, Optional<Column> times) {
    return Stream.concat(Stream.of(actual), Stream.concat(weights.stream(), times.stream()));
  }

  private static Stream<Column> columns(Scores candidate, Map<Digest, Scores> baselines) {
    return Stream.concat(
        candidate.columns().stream(),
        baselines.values().stream().flatMap(scores -> scores.columns().stream()));
  }
}
