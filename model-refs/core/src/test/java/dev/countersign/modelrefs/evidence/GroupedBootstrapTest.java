package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drawing groups and influences gives the intervals that drawing rows gives. */
class GroupedBootstrapTest {
  private static final int ROWS = 24_000;

  private static Evaluation evaluate(Predictions predictions, int exactRows) {
    EvaluationRequest request = Requests.of(predictions);
    return Evaluator.evaluate(
        new EvaluationRequest(
            predictions,
            request.claims(),
            request.trainingRows(),
            request.baseline(),
            request.gates(),
            new BootstrapSettings(1000, 1, 0.95, exactRows, 2048, 30)));
  }

  private static void assertAgree(Predictions predictions) {
    Evaluation exact = evaluate(predictions, ROWS);
    Evaluation grouped = evaluate(predictions, 1000);

    assertThat(grouped.statistics().method()).isEqualTo("paired-grouped-bootstrap-percentile-2048");
    assertThat(grouped.metrics()).hasSameSizeAs(exact.metrics());
    for (int i = 0; i < exact.metrics().size(); i++) {
      MetricValue expected = exact.metrics().get(i);
      MetricValue actual = grouped.metrics().get(i);
      assertThat(actual.value()).isCloseTo(expected.value(), within(1e-9));
      assertAgree(expected.interval().orElseThrow(), actual.interval().orElseThrow());
    }
    for (int i = 0; i < exact.baseline().orElseThrow().metrics().size(); i++) {
      assertAgree(
          exact.baseline().orElseThrow().metrics().get(i).deltaInterval().orElseThrow(),
          grouped.baseline().orElseThrow().metrics().get(i).deltaInterval().orElseThrow());
    }
  }

  private static void assertAgree(Interval expected, Interval actual) {
    double width = expected.high() - expected.low();
    assertThat(actual.low()).isCloseTo(expected.low(), within(0.12 * width));
    assertThat(actual.high()).isCloseTo(expected.high(), within(0.12 * width));
  }

  @Test
  void agreesForRegression() {
    double[] actual = Rows.normal(1, ROWS, 100);
    assertAgree(
        Rows.regression(actual)
            .candidate(Rows.plus(actual, Rows.normal(2, ROWS, 10)))
            .baseline(Rows.plus(actual, Rows.normal(3, ROWS, 11)))
            .slice("part", row -> "p" + row % 3)
            .build());
  }

  @Test
  void agreesForRankMetricsByInfluence() {
    Random random = new Random(4);
    double[] actual = IntStream.range(0, ROWS).mapToDouble(row -> row % 8 == 0 ? 1 : 0).toArray();
    assertAgree(
        Rows.binary(actual)
            .candidate(scores(actual, random, 1.0))
            .baseline(scores(actual, random, 1.2))
            .slice("part", row -> row % 12 == 0 ? "small" : "large")
            .build());
  }

  private static double[] scores(double[] actual, Random random, double noise) {
    return IntStream.range(0, actual.length)
        .mapToDouble(
            row ->
                Math.rint(500 / (1 + Math.exp(1 - 2 * actual[row] - noise * random.nextGaussian())))
                    / 500)
        .toArray();
  }
}
