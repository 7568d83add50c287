package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * {@code slices}: fails when a slice is shown to be worse by more than the margin, after correction
 * for the number of slices looked at; what is not shown does not fail.
 */
record SlicesRule(GateSpec gate, Lookup lookup, double judgedMargin) {
  Ruling rule() {
    return lookup
        .incomparable(gate.metric())
        .or(this::otherMargin)
        .or(this::noSlices)
        .map(Ruling::needsPerson)
        .orElseGet(this::decide);
  }

  private Optional<String> otherMargin() {
    return judgedMargin == gate.bound()
        ? Optional.empty()
        : Optional.of(
            "slices of %s were judged with a margin of %s %%, the gate asks for %s %%; propose again"
                .formatted(
                    gate.metric(), Wording.percent(judgedMargin), Wording.percent(gate.bound())));
  }

  private Optional<String> noSlices() {
    if (lookup.slices(gate.metric(), List.of()).isEmpty()) {
      return Optional.of("there are no slices of " + gate.metric());
    }
    return gate.columns().stream()
        .filter(column -> lookup.slices(gate.metric(), List.of(column)).isEmpty())
        .findFirst()
        .map(column -> "there are no slices of %s by \"%s\"".formatted(gate.metric(), column));
  }

  private Ruling decide() {
    List<MetricValue> all = lookup.slices(gate.metric(), gate.columns());
    List<MetricValue> large = all.stream().filter(this::largeEnough).toList();
    List<MetricDelta> worse = new ArrayList<>();
    int unknown = 0;
    for (MetricValue slice : large) {
      Optional<MetricDelta> delta = lookup.delta(gate.metric(), slice.slice());
      OptionalDouble p = delta.map(MetricDelta::adjustedP).orElse(OptionalDouble.empty());
      if (p.isEmpty() || !(p.getAsDouble() >= 0 && p.getAsDouble() <= 1)) {
        unknown++;
      } else if (p.getAsDouble() <= alpha()) {
        worse.add(delta.orElseThrow());
      }
    }
    if (!worse.isEmpty()) {
      return Ruling.of(false, shownWorse(worse, large.size()));
    }
    if (unknown > 0 || large.isEmpty()) {
      return Ruling.needsPerson(
          "%d of %d slices of %s have no evidence to judge them by"
              .formatted(unknown + all.size() - large.size(), all.size(), gate.metric()));
    }
    return Ruling.of(
        true,
        "%s is not shown worse%s on any of %d slices%s"
            .formatted(gate.metric(), margin(), large.size(), tooSmall(all.size() - large.size())));
  }

  private double alpha() {
    return 1 - lookup.evaluation().statistics().confidence();
  }

  private boolean largeEnough(MetricValue slice) {
    return slice.rows().orElse(0) >= gate.minimumRows();
  }

  private String shownWorse(List<MetricDelta> worse, int judged) {
    String names = worse.stream().map(SlicesRule::described).collect(Collectors.joining("; "));
    return "%s is shown worse%s on %d of %d slices: %s"
        .formatted(gate.metric(), margin(), worse.size(), judged, names);
  }

  private static String described(MetricDelta slice) {
    String difference =
        slice.deltaInterval().map(interval -> Wording.difference(slice, interval)).orElse("worse");
    return "%s, %s (p %s)"
        .formatted(
            slice.slice().orElseThrow(),
            difference,
            Wording.number(slice.adjustedP().orElse(Double.NaN)));
  }

  private String margin() {
    return gate.bound() == 0 ? "" : " by more than " + Wording.percent(gate.bound()) + " %";
  }

  private String tooSmall(int count) {
    return count == 0
        ? ""
        : "; %d with fewer than %d rows were not judged".formatted(count, gate.minimumRows());
  }
}
