package dev.countersign.modelrefs.evidence.rows;

import java.util.List;

/**
 * What one model said about every row.
 *
 * @param classes the class that each column is the probability of; empty where there is one column
 *     that names none: a regression's prediction, or the probability of the positive class
 * @param columns one per class, or exactly one
 */
public record Scores(List<String> classes, List<Column> columns) {
  public Scores {
    classes = List.copyOf(classes);
    columns = List.copyOf(columns);
    if (columns.size() != Math.max(1, classes.size())) {
      throw new IllegalArgumentException(
          columns.size() + " prediction columns for " + classes.size() + " classes");
    }
  }

  /** The scores of a model that predicts one number. */
  public static Scores of(Column column) {
    return new Scores(List.of(), List.of(column));
  }

  Scores permuted(int[] order) {
    return new Scores(classes, columns.stream().map(column -> column.permuted(order)).toList());
  }
}
