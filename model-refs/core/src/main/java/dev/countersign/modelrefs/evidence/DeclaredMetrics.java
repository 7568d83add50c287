package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.ReportedMetric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Metrics that cannot come from predictions, as the run declares them. */
final class DeclaredMetrics {
  private final RunClaims claims;

  DeclaredMetrics(RunClaims claims) {
    this.claims = claims;
  }

  /**
   * The declared metrics in the order of the report.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} for metrics whose better direction
   *     is neither defined nor that of a known metric in their name, such as {@code cv_rmse}; and
   *     for averages over classes that could be computed if the run defined which
   */
  List<MetricValue> of(Task task, Set<String> computed) {
    MetricDirections directions = new MetricDirections(task, claims.definitions());
    List<ReportedMetric> declared =
        claims.metrics().stream().filter(claim -> !computed.contains(claim.name())).toList();
    List<Problem> problems =
        declared.stream().flatMap(claim -> directions.problem(claim).stream()).toList();
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "reported metrics need definitions", problems);
    }
    return declared.stream().map(claim -> declared(claim, directions)).toList();
  }

  private static MetricValue declared(ReportedMetric claim, MetricDirections directions) {
    return new MetricValue(
        claim.name(),
        Evidence.DECLARED,
        Optional.empty(),
        OptionalLong.empty(),
        claim.value(),
        Optional.empty(),
        directions.of(claim.name()).orElse(Direction.LOWER),
        directions.definition(claim.name()).map(MetricDefinition::unit).orElse(""));
  }
}
