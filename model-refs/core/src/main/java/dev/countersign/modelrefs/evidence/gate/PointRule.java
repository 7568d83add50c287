package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.Optional;

/** {@code atLeast}, {@code atMost} and {@code notWorseThan}: at the point, declared or verified. */
record PointRule(GateSpec gate, Lookup lookup) {
  Ruling rule() {
    Optional<MetricValue> metric = lookup.metric(gate.metric());
    if (metric.isEmpty()) {
      return missing(gate.metric());
    }
    return switch (gate.kind()) {
      case AT_LEAST -> bounded(metric.get(), metric.get().value() >= gate.bound(), "at least");
      case AT_MOST -> bounded(metric.get(), metric.get().value() <= gate.bound(), "at most");
      default -> notWorseThan(metric.get());
    };
  }

  private Ruling bounded(MetricValue metric, boolean passed, String words) {
    return Ruling.of(
        passed, "%s, required %s %s".formatted(shown(metric), words, Wording.number(gate.bound())));
  }

  private Ruling notWorseThan(MetricValue metric) {
    String name = gate.other().orElse("");
    Optional<MetricValue> other = lookup.metric(name);
    if (other.isEmpty()) {
      return missing(name);
    }
    if (other.get().direction() != metric.direction()) {
      return Ruling.needsPerson(
          "%s is better when %s and %s when %s"
              .formatted(
                  metric.name(),
                  Wording.better(metric.direction()),
                  name,
                  Wording.better(other.get().direction())));
    }
    double worse =
        metric.direction() == Direction.LOWER
            ? metric.value() - other.get().value()
            : other.get().value() - metric.value();
    return Ruling.of(
        worse <= gate.bound() * Math.abs(other.get().value()),
        "%s, required not worse than %s%s"
            .formatted(shown(metric), shown(other.get()), tolerance()));
  }

  private String tolerance() {
    return gate.bound() == 0 ? "" : " by more than " + Wording.percent(gate.bound()) + " %";
  }

  private static String shown(MetricValue metric) {
    return Wording.metric(metric) + (metric.evidence() == Evidence.DECLARED ? " (declared)" : "");
  }

  private static Ruling missing(String name) {
    return Ruling.needsPerson("there is no metric \"" + name + "\"");
  }
}
