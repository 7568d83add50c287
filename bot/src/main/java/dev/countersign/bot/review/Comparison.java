package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A metric of the candidate beside that of the live model.
 *
 * @param live empty for declared metrics and where there is nothing to compare with
 */
record Comparison(MetricValue candidate, Optional<MetricDelta> live) {
  /** Slices that are worse first, then those that lost most. */
  static final Comparator<Comparison> WORSE_FIRST =
      Comparator.comparing(Comparison::reading)
          .thenComparing(Comparator.comparingDouble(Comparison::loss).reversed())
          .thenComparing(comparison -> comparison.sliceName());

  /** Every metric of an evaluation, in its order. */
  static List<Comparison> all(Evaluation evaluation) {
    List<MetricDelta> deltas =
        evaluation.baseline().map(BaselineComparison::metrics).orElse(List.of());
    return evaluation.metrics().stream()
        .map(metric -> new Comparison(metric, find(deltas, metric)))
        .toList();
  }

  private static Optional<MetricDelta> find(List<MetricDelta> deltas, MetricValue metric) {
    return metric.evidence() == Evidence.DECLARED
        ? Optional.empty()
        : deltas.stream()
            .filter(delta -> delta.name().equals(metric.name()))
            .filter(delta -> delta.slice().equals(metric.slice()))
            .findFirst();
  }

  Reading reading() {
    Optional<Interval> interval = live.flatMap(MetricDelta::deltaInterval);
    if (interval.isEmpty()) {
      return Reading.NOT_COMPARED;
    }
    if (interval.get().contains(0)) {
      return Reading.UNCLEAR;
    }
    return lowerIsBetter() == interval.get().high() < 0 ? Reading.BETTER : Reading.WORSE;
  }

  boolean lowerIsBetter() {
    return candidate.direction() == Direction.LOWER;
  }

  String sliceName() {
    return candidate.slice().map(Object::toString).orElse("");
  }

  /** How much of the live model's value was lost; the candidate's own badness without one. */
  private double loss() {
    double sign = lowerIsBetter() ? 1 : -1;
    return live.filter(delta -> delta.value() != 0)
        .map(delta -> sign * delta.delta() / Math.abs(delta.value()))
        .orElse(sign * candidate.value());
  }

  /** {@code 543.2 [531.0, 555.9]}, with as many decimals as the comparison needs. */
  Phrase candidateCell() {
    int decimals = decimals();
    String interval = candidate.interval().map(i -> " " + Figures.interval(i, decimals)).orElse("");
    return Phrase.EMPTY.strong(Figures.number(candidate.value(), decimals)).text(interval);
  }

  Phrase liveCell() {
    return Phrase.of(live.map(delta -> Figures.number(delta.value(), decimals())).orElse("–"));
  }

  /** {@code ▼ −745.2 [−792.0, −700.1]}. */
  Phrase changeCell() {
    int decimals = decimals();
    return live.map(
            delta -> {
              String interval =
                  delta.deltaInterval().map(i -> " " + Figures.differences(i, decimals)).orElse("");
              return Phrase.of(
                  arrow(delta.delta()) + Figures.difference(delta.delta(), decimals) + interval);
            })
        .orElse(Phrase.of("–"));
  }

  /** {@code −57.8 %} of the live model's value. */
  Phrase relativeCell() {
    return Phrase.of(relativeChange().map(Figures::percentChange).orElse("–"));
  }

  Optional<Double> relativeChange() {
    return live.filter(delta -> delta.value() != 0)
        .map(delta -> delta.delta() / Math.abs(delta.value()));
  }

  /**
   * As many decimals as the narrowest interval needs, and as show that a difference is not 0; four
   * digits where there is no interval.
   */
  int decimals() {
    int decimals =
        Stream.concat(
                candidate.interval().stream(), live.flatMap(MetricDelta::deltaInterval).stream())
            .mapToInt(Figures::decimals)
            .max()
            .orElseGet(
                () ->
                    Figures.decimals(candidate.value(), live.map(MetricDelta::value).orElse(0.0)));
    return live.flatMap(MetricDelta::deltaInterval)
        .map(difference -> Figures.decimalsApartFromZero(difference, decimals))
        .orElse(decimals);
  }

  private static String arrow(double delta) {
    if (delta == 0) {
      return "";
    }
    return delta < 0 ? "▼ " : "▲ ";
  }

  /** {@code rmse, USD (lower is better)}. */
  Phrase nameCell() {
    String unit = candidate.unit().isEmpty() ? "" : ", " + candidate.unit();
    String direction = lowerIsBetter() ? " (lower is better)" : " (higher is better)";
    return Phrase.EMPTY.strong(candidate.name()).text(unit + direction);
  }
}
