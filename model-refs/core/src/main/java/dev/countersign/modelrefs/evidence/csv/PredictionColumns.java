package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.value.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each column of the header means, and the readers that the columns' fields go to. */
final class PredictionColumns {
  private static final Pattern BASELINE =
      Pattern.compile("baseline:(sha256:[0-9a-f]{64})(?::(.+))?");
  private static final Pattern SLICE = Pattern.compile("slice:(\\S{1,100})");
  private static final Set<String> OUTCOMES = Set.of("actual", "prediction");
  private static final int MOST_CLASSES = 200;

  final KeyReader keys = new KeyReader();
  final NumberReader values = NumberReader.anyNumber();
  final CodeReader labels = new CodeReader(MOST_CLASSES, false);
  final ScoreReader candidate;
  final Map<Digest, ScoreReader> baselines = new LinkedHashMap<>();
  final Map<String, CodeReader> slices = new LinkedHashMap<>();
  Optional<NumberReader> weights = Optional.empty();
  Optional<TimeReader> times = Optional.empty();

  private final Task task;
  private final Limits limits;
  private final List<String> names;
  private final List<FieldReader> readers = new ArrayList<>();

  PredictionColumns(Task task, Limits limits, List<String> header, FileProblems problems) {
    this.task = task;
    this.limits = limits;
    this.names = List.copyOf(header);
    this.candidate = new ScoreReader(task);
    if (header.size() > limits.columns()) {
      problems.add(1, "%d columns; at most %d are read".formatted(header.size(), limits.columns()));
      problems.throwIfAny();
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        problems.add(1, name, "the column occurs twice");
      }
      readers.add(reader(name).orElseGet(() -> unknown(name, problems)));
    }
    requireColumns(seen, problems);
  }

  /** The names, in the order of the header. */
  List<String> names() {
    return names;
  }

  /** The reader of the column at a position. */
  FieldReader reader(int column) {
    return readers.get(column);
  }

  private Optional<FieldReader> reader(String name) {
    return switch (name) {
      case "row_key" -> Optional.of(keys::key);
      case "occurrence" -> Optional.of(keys::occurrence);
      case "actual" -> Optional.of(task == Task.REGRESSION ? values : labels);
      case "prediction" -> Optional.of(candidate.column(Optional.empty()));
      case "weight" -> Optional.of(weight());
      case "time" -> Optional.of(time());
      default -> prefixed(name);
    };
  }

  private Optional<FieldReader> prefixed(String name) {
    if (name.startsWith("p:") && name.length() > 2) {
      return Optional.of(candidate.column(Optional.of(name.substring(2))));
    }
    Matcher slice = SLICE.matcher(name);
    if (slice.matches() && !OUTCOMES.contains(slice.group(1))) {
      CodeReader reader = new CodeReader(limits.sliceValues(), true);
      slices.put(slice.group(1), reader);
      return Optional.of(reader);
    }
    Matcher baseline = BASELINE.matcher(name);
    if (baseline.matches()) {
      Digest artifact = Digest.parse(baseline.group(1));
      ScoreReader scores = baselines.computeIfAbsent(artifact, digest -> new ScoreReader(task));
      return Optional.of(scores.column(Optional.ofNullable(baseline.group(2))));
    }
    return Optional.empty();
  }

  private FieldReader weight() {
    NumberReader reader = NumberReader.weight();
    weights = Optional.of(reader);
    return reader;
  }

  private FieldReader time() {
    TimeReader reader = new TimeReader();
    times = Optional.of(reader);
    return reader;
  }

  private static FieldReader unknown(String name, FileProblems problems) {
    problems.add(
        1,
        Numbers.shortened(name),
        "unknown column; row_key, occurrence, actual, prediction, p:CLASS,"
            + " baseline:DIGEST[:CLASS], slice:NAME of an input, time and weight are read");
    return field -> Optional.empty();
  }

  private void requireColumns(Set<String> seen, FileProblems problems) {
    for (String name : List.of("row_key", "actual")) {
      if (!seen.contains(name)) {
        problems.add(1, "the column \"" + name + "\" is missing");
      }
    }
    boolean predicted = seen.contains("prediction") || !candidate.classes().isEmpty();
    if (!predicted) {
      problems.add(1, "the column \"prediction\" is missing, or one column p:CLASS per class");
    }
  }
}
