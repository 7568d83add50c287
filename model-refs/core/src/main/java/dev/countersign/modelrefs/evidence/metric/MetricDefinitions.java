package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The metrics that will be computed for some predictions, with nothing left open: the standard ones
 * of the task as the run defines them, then averages that only the run defines. Where a run is
 * silent, the threshold is 0.5, the average is macro, and the positive class is {@code 1} of {@code
 * 0, 1} or {@code true} of {@code false, true}.
 */
public final class MetricDefinitions {
  private static final Map<List<String>, String> OBVIOUS =
      Map.of(List.of("0", "1"), "1", List.of("false", "true"), "true");

  private final Predictions predictions;
  private final Map<String, MetricDefinition> declared = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private MetricDefinitions(Predictions predictions, List<MetricDefinition> definitions) {
    this.predictions = predictions;
    definitions.forEach(definition -> declared.put(definition.name(), definition));
  }

  /**
   * The complete definitions, in the order in which metrics are shown.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with every definition that
   *     contradicts the catalogue, the classes or another definition
   */
  public static List<MetricDefinition> resolve(
      Predictions predictions, List<MetricDefinition> definitions) {
    return new MetricDefinitions(predictions, definitions).resolve();
  }

  private List<MetricDefinition> resolve() {
    Task task = predictions.task();
    Optional<String> positive = task == Task.BINARY ? positiveClass() : Optional.empty();
    Stream<String> averages =
        declared.keySet().stream().filter(name -> MetricCatalogue.averages(task, name));
    List<MetricDefinition> complete =
        Stream.concat(MetricCatalogue.standard(task).stream(), averages)
            .map(name -> complete(name, positive))
            .toList();
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "the run's metric definitions do not fit", problems);
    }
    return complete;
  }

  private MetricDefinition complete(String name, Optional<String> positive) {
    Optional<MetricDefinition> given = Optional.ofNullable(declared.get(name));
    Direction direction = MetricCatalogue.direction(name).orElseThrow();
    given
        .filter(definition -> definition.direction() != direction)
        .ifPresent(d -> problem(name, "\"" + name + "\" is better when " + word(direction)));
    return new MetricDefinition(
        name,
        direction,
        given.map(MetricDefinition::unit).orElse(""),
        averaging(name, given),
        threshold(name, given),
        positive);
  }

  private Optional<String> averaging(String name, Optional<MetricDefinition> given) {
    if (!MetricCatalogue.averages(predictions.task(), name)) {
      return Optional.empty();
    }
    String average = given.flatMap(MetricDefinition::averaging).orElse("macro");
    if (!MetricCatalogue.AVERAGES.contains(average)) {
      problem(name, "\"" + average + "\" is not an average; macro, micro and weighted are");
    }
    return Optional.of(average);
  }

  private OptionalDouble threshold(String name, Optional<MetricDefinition> given) {
    if (!MetricCatalogue.decides(predictions.task(), name)) {
      return OptionalDouble.empty();
    }
    OptionalDouble threshold =
        given.map(MetricDefinition::threshold).orElse(OptionalDouble.empty());
    return OptionalDouble.of(threshold.orElse(MetricCatalogue.DEFAULT_THRESHOLD));
  }

  private Optional<String> positiveClass() {
    List<String> named =
        declared.values().stream()
            .flatMap(definition -> definition.positiveClass().stream())
            .distinct()
            .toList();
    if (named.size() > 1) {
      problem(named.get(1), "metrics name different positive classes: " + quoted(named));
    }
    Optional<String> positive =
        named.stream()
            .findFirst()
            .or(() -> Optional.ofNullable(OBVIOUS.get(predictions.classes())));
    if (positive.filter(predictions.classes()::contains).isEmpty()) {
      problem(
          "positiveClass",
          positive
                  .map(label -> "\"" + label + "\" is not among the classes ")
                  .orElse("a metric definition must name the positive class of ")
              + quoted(predictions.classes()));
    }
    return positive;
  }

  private void problem(String name, String message) {
    problems.add(new Problem("$.definitions[" + name + "]", message));
  }

  private static String quoted(List<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }

  private static String word(Direction direction) {
    return direction == Direction.LOWER ? "lower" : "higher";
  }
}
