package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.bootstrap.Bootstrap;
import dev.countersign.modelrefs.evidence.bootstrap.Units;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The candidate's metrics as plain numbers, for tests. */
final class Metrics {
  private Metrics() {}

  /** The metrics that are defined, by name. */
  static Map<String, Double> of(Predictions predictions, MetricDefinition... declared) {
    List<MetricDefinition> definitions =
        MetricDefinitions.resolve(predictions, Arrays.asList(declared));
    Units units = Units.rows(predictions.rows());
    double[] values =
        new Bootstrap(units, 1, 1)
            .observe(
                new Measures(predictions, predictions.candidate(), units)
                    .over(RowSet.all(predictions.rows()), definitions));
    Map<String, Double> defined = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        defined.put(definitions.get(i).name(), values[i]);
      }
    }
    return defined;
  }
}
