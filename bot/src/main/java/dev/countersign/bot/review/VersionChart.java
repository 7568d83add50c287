package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The verdict's metric over the versions, as far as they were judged on the candidate's own rows:
 * bars that a forge draws itself, so that a picture that fails to load loses no number.
 */
final class VersionChart {
  private static final double LEAST_CHANGE = 0.05;

  private VersionChart() {}

  /** Empty where bars from 0 would show nothing: one version, or hardly a difference. */
  static Optional<Block> of(ReviewInput input) {
    return input
        .evaluation()
        .filter(evaluation -> input.candidate().rollbackOf().isEmpty())
        .map(evaluation -> Subject.of(input, evaluation))
        .flatMap(subject -> subject.primary().flatMap(metric -> chart(input, metric)));
  }

  private static Optional<Block> chart(ReviewInput input, Comparison metric) {
    Optional<Block.Bar> live = live(input, metric);
    List<Block.Bar> bars = new ArrayList<>();
    for (VersionPoint point : input.past().versions()) {
      String version = point.version().toString();
      if (live.filter(bar -> bar.name().startsWith(version + " ")).isEmpty()) {
        bars.add(new Block.Bar(version, point.value()));
      }
    }
    live.ifPresent(bars::add);
    bars.add(new Block.Bar(input.candidate().version() + " (this)", metric.candidate().value()));
    return says(bars)
        ? Optional.of(new Block.Chart(title(metric), "Version", bars))
        : Optional.empty();
  }

  /** The live model on the candidate's rows, which may not be those that it was approved by. */
  private static Optional<Block.Bar> live(ReviewInput input, Comparison metric) {
    return input
        .evaluation()
        .flatMap(evaluation -> evaluation.baseline())
        .flatMap(
            baseline ->
                metric
                    .live()
                    .map(MetricDelta::value)
                    .map(value -> new Block.Bar(baseline.version() + " (live)", value)));
  }

  private static boolean says(List<Block.Bar> bars) {
    DoubleSummaryStatistics values =
        bars.stream().mapToDouble(Block.Bar::value).summaryStatistics();
    return bars.size() > 1
        && values.getMin() >= 0
        && values.getMax() - values.getMin() >= LEAST_CHANGE * values.getMax()
        && values.getMax() > 0;
  }

  private static String title(Comparison metric) {
    String unit = metric.candidate().unit();
    return metric.candidate().name()
        + (unit.isEmpty() ? "" : " (" + unit + ")")
        + (metric.lowerIsBetter() ? ", lower is better" : ", higher is better");
  }
}
