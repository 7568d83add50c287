package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Repeats an evaluation on simulated rows whose truth is known. The number of hits of 300
 * repetitions with a hit rate of 0.95 lies between 273 and 295 with more than 99.9 % (binomial);
 * the seeds are fixed, so the test gives the same result every time.
 */
class CoverageTest {
  private static final int REPETITIONS = 300;
  private static final int ROWS = 200;
  private static final BootstrapSettings FAST =
      new BootstrapSettings(400, 1, 0.95, 20_000, 2048, 30);
  private static final BootstrapSettings GROUPED =
      new BootstrapSettings(400, 1, 0.95, 100, 150, 30);

  private static Evaluation evaluate(Predictions predictions, BootstrapSettings settings) {
    EvaluationRequest request =
        Requests.of(
            predictions,
            Requests.gate(GateKind.NON_INFERIOR, metric(predictions), 0),
            Requests.slices(metric(predictions), 0));
    return Evaluator.evaluate(
        new EvaluationRequest(
            request.predictions(),
            request.claims(),
            request.trainingRows(),
            request.baseline(),
            request.gates(),
            settings));
  }

  private static String metric(Predictions predictions) {
    return predictions.classes().isEmpty() ? "rmse" : "auc";
  }

  private static Predictions regression(long seed) {
    double[] actual = Rows.normal(seed, ROWS, 100);
    double[] shared = Rows.normal(seed + 10_000, ROWS, 6);
    return Rows.regression(actual)
        .candidate(Rows.plus(Rows.plus(actual, shared), Rows.normal(seed + 20_000, ROWS, 8)))
        .baseline(Rows.plus(Rows.plus(actual, shared), Rows.normal(seed + 30_000, ROWS, 8)))
        .slice("part", row -> "p" + row % 4)
        .build();
  }

  private static Predictions binary(long seed) {
    Random random = new Random(seed);
    double[] actual = IntStream.range(0, ROWS).mapToDouble(row -> row % 4 == 0 ? 1 : 0).toArray();
    return Rows.binary(actual)
        .candidate(scores(actual, random))
        .baseline(scores(actual, random))
        .slice("part", row -> "p" + (row / 4) % 2)
        .build();
  }

  private static double[] scores(double[] actual, Random random) {
    return IntStream.range(0, ROWS)
        .mapToDouble(row -> 1 / (1 + Math.exp(-actual[row] - random.nextGaussian())))
        .toArray();
  }

  private static long covered(
      LongFunction<Predictions> data, String metric, BootstrapSettings settings) {
    return LongStream.range(0, REPETITIONS)
        .filter(seed -> delta(evaluate(data.apply(seed), settings), metric).contains(0))
        .count();
  }

  private static Interval delta(Evaluation evaluation, String metric) {
    List<MetricDelta> deltas = evaluation.baseline().orElseThrow().metrics();
    return deltas.stream()
        .filter(delta -> delta.slice().isEmpty() && delta.name().equals(metric))
        .findFirst()
        .flatMap(MetricDelta::deltaInterval)
        .orElseThrow();
  }

  @Test
  void regressionDifferencesAreCoveredAsPromised() {
    assertThat(covered(CoverageTest::regression, "rmse", FAST)).isBetween(273L, 295L);
  }

  @Test
  void differencesAreCoveredWhereRowsAreDrawnInGroups() {
    assertThat(covered(CoverageTest::regression, "mae", GROUPED)).isBetween(273L, 295L);
  }

  @Test
  void rankMetricDifferencesAreCoveredAsPromised() {
    assertThat(covered(CoverageTest::binary, "auc", FAST)).isBetween(273L, 297L);
  }

  /** Equal models: at most 5 % of the families may be called worse; 300 * 0.05 + 3 sd = 26. */
  @Test
  void aFamilyOfSlicesIsRarelyCalledWorseByChance() {
    long failed =
        LongStream.range(0, REPETITIONS)
            .mapToObj(seed -> evaluate(regression(seed + 500), FAST).gates().get(1).outcome())
            .filter(outcome -> outcome == GateOutcome.FAILED)
            .count();

    assertThat(failed).isLessThanOrEqualTo(26);
  }
}
