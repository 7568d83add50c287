package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics that Countersign computes from predictions, by task. A metric that is not here is
 * declared by the run and cannot decide a comparison.
 */
public final class MetricCatalogue {
  /** Averages over classes that a definition may ask for. */
  public static final List<String> AVERAGES = List.of("macro", "micro", "weighted");

  /** The threshold of binary decisions where a definition names none. */
  public static final double DEFAULT_THRESHOLD = 0.5;

  private static final Map<String, Direction> DIRECTIONS =
      Map.ofEntries(
          Map.entry("rmse", Direction.LOWER),
          Map.entry("mae", Direction.LOWER),
          Map.entry("r2", Direction.HIGHER),
          Map.entry("auc", Direction.HIGHER),
          Map.entry("average_precision", Direction.HIGHER),
          Map.entry("log_loss", Direction.LOWER),
          Map.entry("brier", Direction.LOWER),
          Map.entry("accuracy", Direction.HIGHER),
          Map.entry("precision", Direction.HIGHER),
          Map.entry("recall", Direction.HIGHER),
          Map.entry("f1", Direction.HIGHER),
          Map.entry("macro_f1", Direction.HIGHER));

  private static final Set<String> RANK = Set.of("auc", "average_precision");
  private static final Set<String> DECISION = Set.of("accuracy", "precision", "recall", "f1");
  private static final List<String> AVERAGED = List.of("precision", "recall", "f1");

  private MetricCatalogue() {}

  /** The metrics that are always computed for a task; the first one is its default. */
  public static List<String> standard(Task task) {
    return switch (task) {
      case REGRESSION -> List.of("rmse", "mae", "r2");
      case BINARY ->
          List.of(
              "auc",
              "average_precision",
              "log_loss",
              "brier",
              "accuracy",
              "precision",
              "recall",
              "f1");
      case MULTICLASS -> List.of("macro_f1", "accuracy", "log_loss");
    };
  }

  /** All metrics that are computed, for whatever task, by name. */
  public static List<String> names() {
    return DIRECTIONS.keySet().stream().sorted().toList();
  }

  /** The averages over classes that are computed for a task where a run defines them. */
  public static List<String> averages(Task task) {
    return task == Task.MULTICLASS ? AVERAGED : List.of();
  }

  /** The better direction of a metric that is computed for some task. */
  public static Optional<Direction> direction(String metric) {
    return Optional.ofNullable(DIRECTIONS.get(metric));
  }

  /** Whether a metric depends on the order of scores alone. */
  static boolean ranks(String metric) {
    return RANK.contains(metric);
  }

  /** Whether a metric depends on a decision threshold. */
  static boolean decides(Task task, String metric) {
    return task == Task.BINARY && DECISION.contains(metric);
  }

  /** Whether a metric is an average over classes that a definition may choose. */
  public static boolean averages(Task task, String metric) {
    return averages(task).contains(metric);
  }
}
