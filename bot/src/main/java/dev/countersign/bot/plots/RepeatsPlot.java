package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The verdict's metric of the candidate and of trainings with other seeds, a row each. */
final class RepeatsPlot {
  private static final int MOST_REPEATS = 20;
  private static final int NAME_WIDTH = 150;

  private final PlotRequest request;
  private final MetricValue metric;
  private final List<Double> repeats;

  private RepeatsPlot(PlotRequest request, MetricValue metric, List<Double> repeats) {
    this.request = request;
    this.metric = metric;
    this.repeats = repeats;
  }

  /** The picture; empty if the run brought no training with another seed. */
  static Optional<DrawnPlot> draw(PlotRequest request) {
    return VerdictMetric.of(request.evaluation())
        .map(metric -> new RepeatsPlot(request, metric, repeats(request, metric)))
        .filter(plot -> !plot.repeats.isEmpty())
        .map(RepeatsPlot::draw);
  }

  private static List<Double> repeats(PlotRequest request, MetricValue metric) {
    return request.repeats().getOrDefault(metric.name(), List.of());
  }

  private DrawnPlot draw() {
    List<Double> shown = repeats.stream().limit(MOST_REPEATS).toList();
    List<String> names = new ArrayList<>(List.of(request.candidateName()));
    for (int i = 1; i <= shown.size(); i++) {
      names.add("Other seed " + i);
    }
    String unit = metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")";
    RowsChart chart =
        new RowsChart(names, Canvas.WIDTH, NAME_WIDTH, "", Labels.name(metric.name() + unit));
    live().ifPresent(value -> chart.upright(request.liveName(), value));
    chart.whiskers(onlyFirst(metric.interval(), names.size()), 0, Palette.CANDIDATE);
    chart.marks(
        request.candidateName(),
        row(metric.value(), shown.size()),
        0,
        Palette.CANDIDATE,
        SeriesMarkers.CIRCLE);
    List<Double> others = new ArrayList<>(List.of(Double.NaN));
    others.addAll(shown);
    chart.marks("Other seeds", others, 0, Palette.INK, SeriesMarkers.DIAMOND);
    List<XYChart> charts = List.of(chart.panel().chart());
    byte[] png = Canvas.png(charts, List.of(), pen -> chart.names(pen, 0, NAME_WIDTH));
    return new DrawnPlot("repeats.png", title(), sentence(), png);
  }

  private static List<Double> row(double first, int others) {
    List<Double> values = new ArrayList<>(List.of(first));
    values.addAll(Collections.nCopies(others, Double.NaN));
    return values;
  }

  private static List<Optional<Interval>> onlyFirst(Optional<Interval> interval, int rows) {
    List<Optional<Interval>> all = new ArrayList<>(Collections.nCopies(rows, Optional.empty()));
    all.set(0, interval);
    return all;
  }

  private Optional<Double> live() {
    return request.evaluation().baseline().stream()
        .flatMap(baseline -> baseline.metrics().stream())
        .filter(delta -> delta.name().equals(metric.name()) && delta.slice().isEmpty())
        .map(MetricDelta::value)
        .findFirst();
  }

  private String title() {
    String which =
        repeats.size() > MOST_REPEATS
            ? ", the first " + MOST_REPEATS + " of " + Labels.count(repeats.size())
            : "";
    return metric.name() + " of trainings with other seeds, as the run reports it" + which;
  }

  private String sentence() {
    double low = Math.min(metric.value(), Collections.min(repeats));
    double high = Math.max(metric.value(), Collections.max(repeats));
    return metric.name()
        + " of the candidate and "
        + Labels.count(repeats.size())
        + " trainings with other seeds: from "
        + Labels.figure(low)
        + " to "
        + Labels.figure(high)
        + live().map(value -> "; the live model has " + Labels.figure(value)).orElse("")
        + ".";
  }
}
