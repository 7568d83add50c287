package dev.countersign.modelrefs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.reference.ReferenceFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VerdictMetricTest {
  private static final List<String> COMPUTED = List.of("rmse", "mae", "r2");

  @Test
  void isThatOfTheFirstComparisonGate() {
    List<GateSpec> gates =
        List.of(
            gate(GateKind.AT_LEAST, "r2"),
            gate(GateKind.SLICES, "rmse"),
            gate(GateKind.NON_INFERIOR, "mae"),
            gate(GateKind.SUPERIOR, "rmse"));

    assertThat(VerdictMetric.of(gates, COMPUTED)).isEqualTo("mae");
  }

  @Test
  void isTheFirstComputed_whenNoGateComparesOneThatIs() {
    assertThat(VerdictMetric.of(List.of(), COMPUTED)).isEqualTo("rmse");
    assertThat(VerdictMetric.of(List.of(gate(GateKind.SUPERIOR, "cv_rmse")), COMPUTED))
        .isEqualTo("rmse");
  }

  @Test
  void isTheSameInTheEvaluationThatWasRecorded() {
    Evaluation recorded =
        evaluation(
            List.of(result(GateKind.AT_LEAST, "r2"), result(GateKind.SUPERIOR, "mae")),
            metric("rmse", Evidence.VERIFIED, ""),
            metric("mae", Evidence.VERIFIED, ""),
            metric("mae", Evidence.VERIFIED, "carat"));

    assertThat(VerdictMetric.of(recorded)).contains(metric("mae", Evidence.VERIFIED, ""));
  }

  @Test
  void isNeverADeclaredMetric_norThatOfASlice() {
    Evaluation recorded =
        evaluation(
            List.of(result(GateKind.SUPERIOR, "cv_rmse"), result(GateKind.SUPERIOR, "mae")),
            metric("mae", Evidence.VERIFIED, "carat"),
            metric("rmse", Evidence.VERIFIED, ""),
            metric("cv_rmse", Evidence.DECLARED, ""));

    assertThat(VerdictMetric.of(recorded)).contains(metric("rmse", Evidence.VERIFIED, ""));
  }

  @Test
  void isNothing_whenNothingWasVerified() {
    Evaluation recorded =
        evaluation(
            List.of(result(GateKind.SUPERIOR, "cv_rmse")),
            metric("cv_rmse", Evidence.DECLARED, ""));

    assertThat(VerdictMetric.of(recorded)).isEmpty();
  }

  private static Evaluation evaluation(List<GateResult> gates, MetricValue... metrics) {
    Evaluation like = ReferenceFixtures.second().evaluation().orElseThrow();
    return new Evaluation(
        like.task(),
        like.dataset(),
        like.statistics(),
        Arrays.asList(metrics),
        like.baseline(),
        gates,
        like.verdict());
  }

  private static MetricValue metric(String name, Evidence evidence, String slice) {
    return new MetricValue(
        name,
        evidence,
        Optional.of(slice).filter(column -> !column.isEmpty()).map(c -> new SliceName(c, "1.0")),
        OptionalLong.empty(),
        1,
        Optional.empty(),
        Direction.LOWER,
        "");
  }

  private static GateSpec gate(GateKind kind, String metric) {
    return new GateSpec("g", kind, metric, 0.01, Optional.empty(), List.of(), 0, "");
  }

  private static GateResult result(GateKind kind, String metric) {
    return new GateResult("g", kind, metric, OptionalDouble.of(0.01), GateOutcome.PASSED, "");
  }
}
