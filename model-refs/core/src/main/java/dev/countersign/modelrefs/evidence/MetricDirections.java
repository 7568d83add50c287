package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.metric.MetricCatalogue;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which values of the metrics that a run reports are the better ones: as the run defines them, else
 * by the name of a metric that Countersign knows, such as {@code cv_rmse}.
 */
public final class MetricDirections {
  private final Task task;
  private final List<MetricDefinition> definitions;

  MetricDirections(Task task, List<MetricDefinition> definitions) {
    this.task = task;
    this.definitions = List.copyOf(definitions);
  }

  /**
   * Refuses a report that no evaluation would take, without its predictions.
   *
   * @param what how to name the file that says the metrics
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with every metric whose direction
   *     is unknown, and every average over classes that does not say which
   */
  public static void check(RunReport report, String what) {
    MetricDirections directions = new MetricDirections(report.task(), report.definitions());
    List<Problem> problems =
        report.metrics().stream().flatMap(claim -> directions.problem(claim).stream()).toList();
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" reports metrics that need a definition".formatted(what),
          problems);
    }
  }

  /** The better direction; empty if neither a definition nor the name says it. */
  Optional<Direction> of(String name) {
    return definition(name).map(MetricDefinition::direction).or(() -> byName(name));
  }

  /** The run's own definition. */
  Optional<MetricDefinition> definition(String name) {
    return definitions.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** What is missing about a metric; its path is the one in the report. */
  Optional<Problem> problem(ReportedMetric claim) {
    String name = claim.name();
    if (MetricCatalogue.averages(task, name) && definition(name).isEmpty()) {
      return Optional.of(
          problem(
              name,
              "\"%s\" of a multiclass task needs a definition with its averaging (%s)"
                  .formatted(name, String.join(", ", MetricCatalogue.AVERAGES))));
    }
    return of(name).isPresent() ? Optional.empty() : Optional.of(unknown(name));
  }

  private Problem unknown(String name) {
    List<String> computed = known();
    return problem(
        name,
        ("\"%1$s\" is none of the metrics that are computed for a %2$s task (%3$s)%4$s A metric"
                + " of your own has to say whether lower or higher is better: {\"metrics\": {\"%1$s\":"
                + " …}, \"definitions\": [{\"name\": \"%1$s\", \"direction\": \"lower\"}]}")
            .formatted(
                name,
                WireName.camelCase(task),
                String.join(", ", computed),
                sentence(Suggestion.of(name, computed))));
  }

  private static String sentence(String suggestion) {
    return suggestion.isEmpty() ? "." : suggestion;
  }

  private List<String> known() {
    return Stream.concat(
            MetricCatalogue.standard(task).stream(), MetricCatalogue.averages(task).stream())
        .toList();
  }

  private static Problem problem(String name, String message) {
    return new Problem("$.metrics." + name, message);
  }

  private static Optional<Direction> byName(String name) {
    return MetricCatalogue.direction(name)
        .or(() -> MetricCatalogue.direction(name.substring(name.indexOf('_') + 1)));
  }
}
