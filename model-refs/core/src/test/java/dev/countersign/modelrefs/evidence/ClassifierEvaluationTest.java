package dev.countersign.modelrefs.evidence;

import static dev.countersign.modelrefs.evidence.Requests.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassifierEvaluationTest {
  private static final int ROWS = 800;

  private static double[] scores(double[] actual, long seed, double noise) {
    Random random = new Random(seed);
    return IntStream.range(0, ROWS)
        .mapToDouble(row -> 1 / (1 + Math.exp(2 - 4 * actual[row] - noise * random.nextGaussian())))
        .toArray();
  }

  private static Predictions binary() {
    double[] actual = IntStream.range(0, ROWS).mapToDouble(row -> row % 5 == 0 ? 1 : 0).toArray();
    return Rows.binary(actual)
        .candidate(scores(actual, 1, 1.5))
        .baseline(scores(actual, 2, 4))
        .slice("region", row -> row % 3 == 0 ? "north" : "south")
        .slice("rare", row -> row < 10 ? "yes" : "no")
        .build();
  }

  @Test
  void aBetterBinaryClassifierIsBetterInEverySlice() {
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(
                binary(),
                gate(GateKind.SUPERIOR, "auc", 0.01),
                gate(GateKind.NON_INFERIOR, "log_loss", 0.01),
                gate(GateKind.AT_LEAST, "recall", 0.5),
                Requests.slices("auc", 0.05, "region")));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(evaluation.gates()).extracting(GateResult::outcome).containsOnly(GateOutcome.PASSED);
    assertThat(evaluation.metrics().stream().filter(metric -> metric.slice().isEmpty()))
        .extracting(MetricValue::name)
        .containsExactly(
            "auc",
            "average_precision",
            "log_loss",
            "brier",
            "accuracy",
            "precision",
            "recall",
            "f1");
  }

  @Test
  void aSmallSliceIsShownWithoutInterval() {
    MetricValue small =
        Evaluator.evaluate(Requests.of(binary())).metrics().stream()
            .filter(metric -> metric.slice().filter(s -> s.value().equals("yes")).isPresent())
            .findFirst()
            .orElseThrow();

    assertThat(small.rows()).hasValue(10);
    assertThat(small.interval()).isEmpty();
  }

  @Test
  void aWorseMulticlassClassifierIsWorse() {
    List<String> classes = List.of("a", "b", "c");
    double[] actual = IntStream.range(0, ROWS).mapToDouble(row -> row % 3).toArray();
    Scores poor = multiclass(classes, actual, 4);
    Predictions predictions = Rows.multiclass(classes, actual).candidate(poor).build();
    Predictions both =
        new Predictions(
            predictions.task(),
            predictions.keys(),
            classes,
            predictions.actual(),
            poor,
            Map.of(Rows.LIVE, multiclass(classes, actual, 20)),
            List.of(),
            predictions.weights(),
            predictions.times());

    Evaluation evaluation =
        Evaluator.evaluate(Requests.of(both, gate(GateKind.NON_INFERIOR, "macro_f1", 0.02)));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(evaluation.blocked()).isTrue();
    assertThat(evaluation.metrics())
        .extracting(MetricValue::name)
        .containsExactly("macro_f1", "accuracy", "log_loss");
  }

  /** Predicts another class for one row in so many. */
  private static Scores multiclass(List<String> classes, double[] actual, int oneIn) {
    List<Column> columns =
        IntStream.range(0, 3)
            .mapToObj(
                label ->
                    Column.of(
                        IntStream.range(0, ROWS)
                            .mapToDouble(row -> label == said(actual, row, oneIn) ? 0.8 : 0.1)
                            .toArray()))
            .toList();
    return new Scores(classes, columns);
  }

  private static int said(double[] actual, int row, int oneIn) {
    return row % oneIn == 0 ? ((int) actual[row] + 1) % 3 : (int) actual[row];
  }
}
