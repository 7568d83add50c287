package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evidence.Estimate.Sampled;
import dev.countersign.modelrefs.evidence.bootstrap.Bootstrap;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.bootstrap.Draws;
import dev.countersign.modelrefs.evidence.bootstrap.Measure;
import dev.countersign.modelrefs.evidence.bootstrap.Units;
import dev.countersign.modelrefs.evidence.metric.Measures;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes metrics on subsets for candidate and baseline, all on the same draws. */
final class Estimator {
  private final List<Measures> models;
  private final Units units;
  private final Statistics statistics;

  /**
   * An estimator.
   *
   * @param baseline the comparable baseline's scores, if there is one
   * @param slices how many slices are judged together at most
   */
  Estimator(
      Predictions predictions, Optional<Scores> baseline, BootstrapSettings settings, int slices) {
    boolean exact = predictions.rows() <= settings.exactRows();
    this.units =
        exact
            ? Units.rows(predictions.rows())
            : Units.groups(predictions.keys(), settings.groups());
    this.models =
        Stream.concat(Stream.of(predictions.candidate()), baseline.stream())
            .map(scores -> new Measures(predictions, scores, units))
            .toList();
    this.statistics =
        new Statistics(
            exact
                ? "paired-bootstrap-percentile"
                : "paired-grouped-bootstrap-percentile-" + settings.groups(),
            settings.resamplesFor(slices),
            settings.seed(),
            settings.confidence());
  }

  /** How the estimates are computed. */
  Statistics statistics() {
    return statistics;
  }

  /**
   * All metrics over all rows, and some in slices; in the order of the subsets and definitions.
   *
   * @param sliced the metrics that are computed in slices, too
   */
  List<Estimate> estimate(
      List<Subset> subsets, List<MetricDefinition> definitions, List<MetricDefinition> sliced) {
    List<Cell> cells =
        subsets.stream()
            .map(subset -> cell(subset, subset.slice().isEmpty() ? definitions : sliced))
            .toList();
    List<Measure> measures = cells.stream().flatMap(cell -> cell.measures().stream()).toList();
    Bootstrap bootstrap = new Bootstrap(units, statistics.resamples(), statistics.seed());
    List<List<Draws>> draws = bootstrap.draw(measures);
    List<Estimate> estimates = new ArrayList<>();
    int next = 0;
    for (Cell cell : cells) {
      List<List<Sampled>> models = new ArrayList<>();
      for (Measure measure : cell.measures()) {
        models.add(sampled(bootstrap.observe(measure), draws.get(next++)));
      }
      estimates.addAll(cell.estimates(models));
    }
    return estimates;
  }

  private static List<Sampled> sampled(double[] values, List<Draws> draws) {
    return IntStream.range(0, values.length)
        .mapToObj(metric -> new Sampled(values[metric], draws.get(metric)))
        .toList();
  }

  private Cell cell(Subset subset, List<MetricDefinition> definitions) {
    return new Cell(
        subset,
        definitions,
        models.stream().map(model -> model.over(subset.rows(), definitions)).toList());
  }

  /** What is computed on one subset: the candidate's measure, then the baseline's. */
  private record Cell(Subset subset, List<MetricDefinition> definitions, List<Measure> measures) {
    List<Estimate> estimates(List<List<Sampled>> models) {
      return IntStream.range(0, definitions.size())
          .mapToObj(
              metric ->
                  new Estimate(
                      definitions.get(metric),
                      subset,
                      models.get(0).get(metric),
                      models.stream().skip(1).map(model -> model.get(metric)).findFirst()))
          .toList();
    }
  }
}
