package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.metric.MetricCatalogue;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.ReportedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Metrics that cannot come from predictions, as the run declares them. */
final class DeclaredMetrics {
  private final RunClaims claims;
  private final List<Problem> problems = new ArrayList<>();

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
    List<MetricValue> metrics =
        claims.metrics().stream()
            .filter(claim -> !computed.contains(claim.name()))
            .map(claim -> declared(task, claim))
            .toList();
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "reported metrics need definitions", problems);
    }
    return metrics;
  }

  private MetricValue declared(Task task, ReportedMetric claim) {
    if (MetricCatalogue.averages(task, claim.name())) {
      problems.add(
          new Problem(
              "$.definitions",
              "\"%s\" of a multiclass task needs a definition with its averaging"
                  .formatted(claim.name())));
    }
    Optional<MetricDefinition> definition =
        claims.definitions().stream().filter(d -> d.name().equals(claim.name())).findFirst();
    Optional<Direction> direction =
        definition.map(MetricDefinition::direction).or(() -> byName(claim.name()));
    if (direction.isEmpty()) {
      problems.add(
          new Problem(
              "$.definitions",
              "\"%s\" is declared, but no definition says whether lower or higher is better"
                  .formatted(claim.name())));
    }
    return new MetricValue(
        claim.name(),
        Evidence.DECLARED,
        Optional.empty(),
        OptionalLong.empty(),
        claim.value(),
        Optional.empty(),
        direction.orElse(Direction.LOWER),
        definition.map(MetricDefinition::unit).orElse(""));
  }

  private static Optional<Direction> byName(String name) {
    return MetricCatalogue.direction(name)
        .or(() -> MetricCatalogue.direction(name.substring(name.indexOf('_') + 1)));
  }
}
