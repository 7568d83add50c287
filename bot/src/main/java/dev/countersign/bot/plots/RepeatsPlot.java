package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import java.awt.Color;
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
    String unit = metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")";
    List<String> names = names(shown.size());
    RowsChart chart =
        new RowsChart(names, Canvas.WIDTH, NAME_WIDTH, "", Labels.name(metric.name() + unit));
    chart.whiskers(List.of(metric.interval()), 0, Palette.CANDIDATE);
    mark(chart, request.candidateName(), 0, List.of(metric.value()), Palette.CANDIDATE);
    live().ifPresent(value -> mark(chart, request.liveName(), 1, List.of(value), Palette.LIVE));
    mark(chart, "Other seeds", names.size() - shown.size(), shown, Palette.INK);
    List<XYChart> charts = List.of(chart.panel().chart());
    byte[] png = Canvas.png(charts, List.of(), pen -> chart.names(pen, 0, NAME_WIDTH));
    return new DrawnPlot("repeats.png", title(), sentence(), png);
  }

  private List<String> names(int seeds) {
    List<String> names = new ArrayList<>(List.of(request.candidateName()));
    live().ifPresent(value -> names.add(request.liveName()));
    for (int i = 1; i <= seeds; i++) {
      names.add("Other seed " + i);
    }
    return names;
  }

  /** One value a row, from a row on. */
  private static void mark(
      RowsChart chart, String name, int firstRow, List<Double> values, Color colour) {
    List<Double> all = new ArrayList<>(Collections.nCopies(firstRow, Double.NaN));
    all.addAll(values);
    chart.marks(name, all, 0, colour, firstRow == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
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
