package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.run.RunReport;
import java.util.List;
import java.util.Map;

/**
 * What a run says about its own evaluation; to be checked, not believed.
 *
 * @param repeats metrics of trainings with other seeds, by metric
 */
public record RunClaims(
    ReportedDataset dataset,
    List<MetricDefinition> definitions,
    List<ReportedMetric> metrics,
    Map<String, List<Double>> repeats) {
  public RunClaims {
    definitions = List.copyOf(definitions);
    metrics = List.copyOf(metrics);
    repeats = Map.copyOf(repeats);
  }

  /** The claims of a run report. */
  public static RunClaims of(RunReport report) {
    return new RunClaims(
        report.dataset(), report.definitions(), report.metrics(), report.repeats());
  }
}
