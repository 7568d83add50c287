package dev.countersign.modelrefs.evidence.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.PredictionsTable;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.evidence.rows.SliceColumn;
import dev.countersign.modelrefs.evidence.rows.UnsortedKeys;
import dev.countersign.modelrefs.value.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns the records of one file into predictions. */
final class PredictionsParser {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Task task;
  private final Limits limits;
  private final FileProblems problems;
  private final IntStream.Builder lineBuilder = IntStream.builder();
  private int[] lines = {};

  PredictionsParser(Task task, Limits limits, FileProblems problems) {
    this.task = task;
    this.limits = limits;
    this.problems = problems;
  }

  Predictions parse(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      problems.add("the file is empty");
      problems.throwIfAny();
    }
    PredictionColumns columns =
        new PredictionColumns(task, limits, header(records.next()), problems);
    problems.throwIfAny();
    readRows(records, columns);
    problems.throwIfAny();
    lines = lineBuilder.build().toArray();
    List<String> classes = classes(columns);
    problems.throwIfAny();
    PredictionsTable table = table(columns, classes);
    check(table);
    problems.throwIfAny();
    return table.toPredictions();
  }

  private static List<String> header(CsvRecord record) {
    List<String> names = new ArrayList<>(record.getFields());
    if (names.get(0).startsWith(BYTE_ORDER_MARK)) {
      names.set(0, names.get(0).substring(1));
    }
    return names;
  }

  private void readRows(Iterator<CsvRecord> records, PredictionColumns columns) {
    int rows = 0;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      if (++rows > limits.rows()) {
        problems.add("more than %,d rows".formatted(limits.rows()));
        return;
      }
      lineBuilder.add(Math.toIntExact(record.getStartingLineNumber()));
      readRow(record, columns);
    }
    if (rows == 0) {
      problems.add("there are no rows below the header");
    }
  }

  private void readRow(CsvRecord record, PredictionColumns columns) {
    long line = record.getStartingLineNumber();
    int width = columns.names().size();
    if (record.getFieldCount() != width) {
      problems.add(line, "%d fields, the header has %d".formatted(record.getFieldCount(), width));
      return;
    }
    for (int column = 0; column < width; column++) {
      String name = columns.names().get(column);
      columns
          .reader(column)
          .add(record.getField(column))
          .ifPresent(message -> problems.add(line, name, message));
    }
  }

  private List<String> classes(PredictionColumns columns) {
    if (task == Task.REGRESSION) {
      return List.of();
    }
    List<String> actual = columns.labels.values();
    Stream<ScoreReader> models =
        Stream.concat(Stream.of(columns.candidate), columns.baselines.values().stream());
    List<String> classes =
        Stream.concat(actual.stream(), models.flatMap(model -> model.classes().stream()))
            .distinct()
            .sorted()
            .toList();
    if (task == Task.BINARY && classes.size() != 2) {
      problems.add("a binary task has two classes, here are " + classes);
    }
    return classes;
  }

  private PredictionsTable table(PredictionColumns columns, List<String> classes) {
    columns.candidate.problem(classes).ifPresent(problems::add);
    Map<Digest, Scores> baselines = new TreeMap<>();
    columns.baselines.forEach(
        (digest, reader) -> {
          reader.problem(classes).ifPresent(p -> problems.add("baseline " + digest + ": " + p));
          baselines.put(digest, reader.scores());
        });
    problems.throwIfAny();
    return new PredictionsTable(
        task,
        columns.keys.keys(),
        classes,
        actual(columns, classes),
        columns.candidate.scores(),
        baselines,
        slices(columns),
        columns.weights.map(NumberReader::column),
        columns.times.map(TimeReader::column));
  }

  private Column actual(PredictionColumns columns, List<String> classes) {
    if (task == Task.REGRESSION) {
      return columns.values.column();
    }
    int[] position = columns.labels.values().stream().mapToInt(classes::indexOf).toArray();
    return Column.of(
        Arrays.stream(columns.labels.codes()).mapToDouble(code -> position[code]).toArray());
  }

  private List<SliceColumn> slices(PredictionColumns columns) {
    List<SliceColumn> slices = new ArrayList<>();
    columns.slices.forEach(
        (name, reader) -> slices.add(SliceColumn.of(name, reader.values(), reader.codes())));
    int values = slices.stream().mapToInt(slice -> slice.values().size()).sum();
    if (values > limits.sliceValues()) {
      problems.add(
          "%d slices in all slice columns; at most %d are judged"
              .formatted(values, limits.sliceValues()));
    }
    return slices;
  }

  private void check(PredictionsTable table) {
    UnsortedKeys keys = table.keys();
    keys.duplicates()
        .limit(limits.problems())
        .sorted()
        .forEach(
            row ->
                problems.add(
                    lines[row],
                    "the row repeats the row_key and occurrence of another; count occurrences up"));
    Stream.concat(Stream.of(table.candidate()), table.baselines().values().stream())
        .flatMap(scores -> ScoreReader.firstRowNotSummingToOne(scores).stream())
        .forEach(row -> problems.add(lines[row], "the probabilities do not sum to 1"));
  }
}
