package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.value.Digest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredMetricsTest {
  private static List<MetricValue> declared(Task task, String... names) {
    MetricDefinition gap =
        new MetricDefinition(
            "rmse_gap",
            Direction.LOWER,
            "%",
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    RunClaims claims =
        new RunClaims(
            new ReportedDataset("test", "row-hash", new Digest("00".repeat(32))),
            List.of(gap),
            Arrays.stream(names).map(name -> new ReportedMetric(name, 1)).toList(),
            Map.of());
    return new DeclaredMetrics(claims).of(task, Set.of("rmse", "accuracy"));
  }

  @Test
  void leavesOutWhatIsComputedAndTakesDirectionAndUnitFromDefinitionOrName() {
    assertThat(declared(Task.REGRESSION, "rmse", "cv_rmse", "rmse_gap", "train_r2"))
        .extracting(MetricValue::name, MetricValue::direction, MetricValue::unit)
        .containsExactly(
            tuple("cv_rmse", Direction.LOWER, ""),
            tuple("rmse_gap", Direction.LOWER, "%"),
            tuple("train_r2", Direction.HIGHER, ""));
  }

  @Test
  void refusesMetricsOfUnknownDirection() {
    assertThatThrownBy(() -> declared(Task.REGRESSION, "happiness"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                        "\"happiness\" is none of the metrics that are computed for a regression"
                            + " task (rmse, mae, r2). A metric of your own has to say whether lower"
                            + " or higher is better: {\"metrics\": {\"happiness\": …},"
                            + " \"definitions\": [{\"name\": \"happiness\", \"direction\":"
                            + " \"lower\"}]}"));
  }

  @Test
  void refusesAnAverageThatCouldBeComputedIfItWereDefined() {
    assertThatThrownBy(() -> declared(Task.MULTICLASS, "f1"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e ->
                assertThat(e.problems().get(0).message())
                    .isEqualTo(
                        "\"f1\" of a multiclass task needs a definition with its averaging"
                            + " (macro, micro, weighted)"));
  }

  @Test
  void namesTheKnownMetricThatWasMeant() {
    assertThatThrownBy(() -> declared(Task.BINARY, "logLoss"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e ->
                assertThat(e.problems().get(0).toString())
                    .startsWith("$.metrics.logLoss: ")
                    .contains("; did you mean \"log_loss\"? A metric of your own"));
  }
}
