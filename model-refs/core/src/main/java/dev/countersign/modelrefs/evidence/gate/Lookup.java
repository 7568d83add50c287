package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds in an evaluation what a gate looks at. */
record Lookup(Evaluation evaluation) {
  /** A metric over all rows; the verified one if there is one. */
  Optional<MetricValue> metric(String name) {
    return evaluation.metrics().stream()
        .filter(metric -> metric.slice().isEmpty() && metric.name().equals(name))
        .min(Comparator.comparing(MetricValue::evidence));
  }

  /** Why a metric cannot be compared with the baseline's; empty if it can. */
  Optional<String> incomparable(String name) {
    Optional<MetricValue> metric = metric(name);
    if (metric.isEmpty()) {
      return Optional.of("there is no metric \"" + name + "\"");
    }
    if (metric.get().evidence() == Evidence.DECLARED) {
      return Optional.of(name + " is declared by the run; a comparison needs evidence");
    }
    if (evaluation.baseline().isEmpty()) {
      return Optional.of("there is no baseline");
    }
    BaselineComparison baseline = evaluation.baseline().get();
    return baseline.comparable()
        ? Optional.empty()
        : Optional.of("the baseline is not comparable: " + baseline.reason());
  }

  /** The paired difference over all rows. */
  Optional<MetricDelta> delta(String name) {
    return delta(name, Optional.empty());
  }

  /** The paired difference over all rows or one slice. */
  Optional<MetricDelta> delta(String name, Optional<SliceName> slice) {
    return evaluation.baseline().stream()
        .flatMap(baseline -> baseline.metrics().stream())
        .filter(delta -> delta.slice().equals(slice) && delta.name().equals(name))
        .findFirst();
  }

  /** A verified metric in every slice of some columns; no columns mean all. */
  List<MetricValue> slices(String name, List<String> columns) {
    return evaluation.metrics().stream()
        .filter(metric -> metric.evidence() == Evidence.VERIFIED && metric.name().equals(name))
        .filter(
            metric ->
                metric
                    .slice()
                    .filter(slice -> columns.isEmpty() || columns.contains(slice.column()))
                    .isPresent())
        .toList();
  }
}
