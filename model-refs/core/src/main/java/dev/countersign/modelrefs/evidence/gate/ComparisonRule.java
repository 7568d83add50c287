package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.Optional;

/** {@code superior} and {@code nonInferior}: the interval's bound against a relative margin. */
record ComparisonRule(GateSpec gate, Lookup lookup) {
  Ruling rule() {
    Optional<String> obstacle = lookup.incomparable(gate.metric());
    if (obstacle.isPresent()) {
      return Ruling.needsPerson(obstacle.get());
    }
    MetricValue metric = lookup.metric(gate.metric()).orElseThrow();
    Optional<MetricDelta> delta = lookup.delta(gate.metric());
    return delta
        .filter(found -> Double.isFinite(found.value()) && Double.isFinite(found.delta()))
        .flatMap(MetricDelta::deltaInterval)
        .map(interval -> decide(metric, delta.orElseThrow(), interval))
        .orElseGet(() -> Ruling.needsPerson(gate.metric() + " has no interval for the difference"));
  }

  private Ruling decide(MetricValue metric, MetricDelta delta, Interval interval) {
    Improvement improvement = Improvement.of(delta, interval, metric.direction());
    boolean superior = gate.kind() == GateKind.SUPERIOR;
    boolean passed = improvement.exceeds(superior ? gate.bound() : -gate.bound());
    return Ruling.of(
        passed,
        "%s is %s, %s"
            .formatted(
                Wording.metric(metric), Wording.difference(delta, interval), demand(metric)));
  }

  private String demand(MetricValue metric) {
    return gate.kind() == GateKind.SUPERIOR
        ? "required %s by more than %s %%"
            .formatted(Wording.better(metric.direction()), Wording.percent(gate.bound()))
        : "allowed %s by less than %s %%"
            .formatted(Wording.worse(metric.direction()), Wording.percent(gate.bound()));
  }
}
