package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the prediction columns of one model: one, or one per class. */
final class ScoreReader {
  private static final double SUM_TOLERANCE = 1e-3;

  private final Task task;
  private final Map<String, NumberReader> byClass = new TreeMap<>();
  private Optional<NumberReader> single = Optional.empty();

  ScoreReader(Task task) {
    this.task = task;
  }

  /** The reader of the column of a class, or of the only column. */
  FieldReader column(Optional<String> label) {
    NumberReader reader =
        task == Task.REGRESSION ? NumberReader.anyNumber() : NumberReader.probability();
    label.ifPresentOrElse(name -> byClass.put(name, reader), () -> single = Optional.of(reader));
    return reader;
  }

  /** The classes that have a column. */
  List<String> classes() {
    return List.copyOf(byClass.keySet());
  }

  /** What is wrong with the set of columns, given the classes that occur as actual. */
  Optional<String> problem(List<String> actualClasses) {
    if (single.isPresent() && !byClass.isEmpty()) {
      return Optional.of("one column for all classes and columns per class exclude each other");
    }
    return switch (task) {
      case REGRESSION ->
          byClass.isEmpty() ? Optional.empty() : Optional.of("regression has no classes");
      case BINARY ->
          byClass.size() <= 2 ? Optional.empty() : Optional.of("a binary task has two classes");
      case MULTICLASS ->
          byClass.keySet().containsAll(actualClasses)
              ? Optional.empty()
              : Optional.of("not every class has a column");
    };
  }

  /** The scores; multiclass has a column for each of the classes. */
  Scores scores() {
    return single
        .map(reader -> Scores.of(reader.column()))
        .orElseGet(
            () ->
                new Scores(
                    classes(), byClass.values().stream().map(NumberReader::column).toList()));
  }

  /** The first row whose probabilities do not sum to one; empty if all do. */
  static Optional<Integer> firstRowNotSummingToOne(Scores scores) {
    if (scores.columns().size() < 2) {
      return Optional.empty();
    }
    List<Column> columns = scores.columns();
    for (int row = 0; row < columns.get(0).size(); row++) {
      double sum = 0;
      for (Column column : columns) {
        sum += column.at(row);
      }
      if (Math.abs(sum - 1) > SUM_TOLERANCE) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
