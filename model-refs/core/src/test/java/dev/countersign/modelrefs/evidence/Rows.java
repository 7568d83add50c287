package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.PredictionsTable;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.evidence.rows.SliceColumn;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.evidence.rows.UnsortedKeys;
import dev.countersign.modelrefs.value.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Builds predictions for tests; row keys are ascending, so rows stay in the order given. */
public final class Rows {
  /** The artifact of the baseline in tests. */
  public static final Digest LIVE = new Digest("ab".repeat(32));

  private final Task task;
  private final double[] actual;
  private List<String> classes = List.of();
  private Scores candidate;
  private final Map<Digest, Scores> baselines = new LinkedHashMap<>();
  private final List<SliceColumn> slices = new ArrayList<>();
  private Optional<Column> weights = Optional.empty();

  private Rows(Task task, double... actual) {
    this.task = task;
    this.actual = actual;
    this.candidate = Scores.of(Column.of(actual));
  }

  /** A regression on the given actual values. */
  public static Rows regression(double... actual) {
    return new Rows(Task.REGRESSION, actual);
  }

  /** A binary task with classes 0 and 1. */
  public static Rows binary(double... actual) {
    return new Rows(Task.BINARY, actual).classes("0", "1");
  }

  /** A multiclass task; actual values are positions in the classes. */
  public static Rows multiclass(List<String> classes, double... actual) {
    return new Rows(Task.MULTICLASS, actual).classes(classes.toArray(String[]::new));
  }

  private Rows classes(String... names) {
    classes = List.of(names);
    return this;
  }

  /** What the candidate says. */
  public Rows candidate(double... predictions) {
    candidate = Scores.of(Column.of(predictions));
    return this;
  }

  /** What the candidate says, per class. */
  public Rows candidate(Scores scores) {
    candidate = scores;
    return this;
  }

  /** What the baseline says. */
  public Rows baseline(double... predictions) {
    baselines.put(LIVE, Scores.of(Column.of(predictions)));
    return this;
  }

  /** A slice column. */
  public Rows slice(String name, IntFunction<String> valueOfRow) {
    String[] values = IntStream.range(0, actual.length).mapToObj(valueOfRow).toArray(String[]::new);
    List<String> distinct = Arrays.stream(values).distinct().toList();
    slices.add(
        SliceColumn.of(
            name, distinct, Arrays.stream(values).mapToInt(distinct::indexOf).toArray()));
    return this;
  }

  /** The rows' weights. */
  public Rows weights(double... values) {
    weights = Optional.of(Column.of(values));
    return this;
  }

  /** The predictions. */
  public Predictions build() {
    return new PredictionsTable(
            task,
            keys(actual.length),
            classes,
            Column.of(actual),
            candidate,
            baselines,
            slices,
            weights,
            Optional.empty())
        .toPredictions();
  }

  /** Ascending keys that are spread over the whole range, as digests are. */
  private static UnsortedKeys keys(int rows) {
    long[] words = new long[rows * 4];
    SplittableRandom random = new SplittableRandom(17);
    long step = Long.divideUnsigned(-1L, Math.max(1, rows));
    for (int row = 0; row < rows; row++) {
      words[4 * row] = step * row;
      words[4 * row + 1] = random.nextLong();
    }
    return new UnsortedKeys(words, new int[rows]);
  }

  /** Training rows that no test row is among. */
  public static TrainingRows strangers() {
    return new TrainingRows(new long[] {7, 8, 9}, Optional.empty());
  }

  /** Normally distributed numbers. */
  public static double[] normal(long seed, int count, double scale) {
    java.util.Random random = new java.util.Random(seed);
    return IntStream.range(0, count).mapToDouble(i -> scale * random.nextGaussian()).toArray();
  }

  /** The sums of two columns. */
  public static double[] plus(double[] a, double... b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }
}
