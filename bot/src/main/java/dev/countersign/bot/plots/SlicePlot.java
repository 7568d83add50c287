package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A metric by slice: both models on the left, on the right the difference in percent of the live
 * model's value with its interval, which is what gates look at.
 */
final class SlicePlot {
  private static final int MOST_SLICES = 30;
  private static final int NAME_WIDTH = 150;
  private static final int LEFT_WIDTH = 420;

  private final PlotRequest request;
  private final List<MetricValue> slices;
  private final List<Optional<MetricDelta>> deltas;
  private final int all;

  private SlicePlot(PlotRequest request, List<MetricValue> slices) {
    this.request = request;
    this.all = slices.size();
    this.slices = slices.size() <= MOST_SLICES ? slices : leastFavourable(request, slices);
    this.deltas = this.slices.stream().map(value -> delta(request, value)).toList();
  }

  private static List<MetricValue> leastFavourable(PlotRequest request, List<MetricValue> slices) {
    Comparator<MetricValue> byLoss =
        Comparator.comparing(value -> delta(request, value).map(d -> loss(value, d)).orElse(0.0));
    return slices.stream().sorted(byLoss.reversed()).limit(MOST_SLICES).toList();
  }

  private static Optional<MetricDelta> delta(PlotRequest request, MetricValue value) {
    return request.evaluation().baseline().stream()
        .flatMap(baseline -> baseline.metrics().stream())
        .filter(delta -> delta.name().equals(value.name()))
        .filter(delta -> delta.slice().equals(value.slice()))
        .findFirst();
  }

  /** The picture of the metric that was computed by slice; empty without slices. */
  static Optional<DrawnPlot> draw(PlotRequest request) {
    List<MetricValue> sliced =
        request.evaluation().metrics().stream()
            .filter(value -> value.slice().isPresent() && value.evidence() == Evidence.VERIFIED)
            .toList();
    if (sliced.isEmpty()) {
      return Optional.empty();
    }
    String metric = sliced.get(0).name();
    List<MetricValue> ofMetric =
        sliced.stream().filter(value -> value.name().equals(metric)).toList();
    return Optional.of(new SlicePlot(request, ofMetric).draw());
  }

  private DrawnPlot draw() {
    boolean compared = deltas.stream().anyMatch(Optional::isPresent);
    RowsChart values = values(compared);
    List<XYChart> charts = new ArrayList<>();
    charts.add(values.panel().chart());
    if (compared) {
      charts.add(differences().panel().chart());
    }
    byte[] png = Canvas.png(charts, List.of(), pen -> values.names(pen, 0, NAME_WIDTH));
    String metric = slices.get(0).name();
    String file = metric.matches("[a-z0-9_]{1,40}") ? metric : "metric";
    return new DrawnPlot("slices-" + file + ".png", title(metric), sentence(metric), png);
  }

  private String title(String metric) {
    String which =
        slices.size() == all
            ? ""
            : ", the " + MOST_SLICES + " least favourable of " + Labels.count(all) + " slices";
    String confidence = Labels.percent(request.evaluation().statistics().confidence());
    return metric
        + " by slice"
        + which
        + ("; lines are " + confidence + " intervals of the candidate and of the difference");
  }

  private RowsChart values(boolean compared) {
    List<String> names =
        slices.stream().map(value -> value.slice().orElseThrow().toString()).toList();
    String unit = slices.get(0).unit().isEmpty() ? "" : " (" + slices.get(0).unit() + ")";
    String x = Labels.name(slices.get(0).name() + unit);
    int width = compared ? LEFT_WIDTH : Canvas.WIDTH;
    RowsChart chart = new RowsChart(names, width, NAME_WIDTH, "", x);
    if (compared) {
      List<Double> live =
          deltas.stream().map(d -> d.map(MetricDelta::value).orElse(Double.NaN)).toList();
      chart.marks(request.liveName(), live, 1, Palette.LIVE, SeriesMarkers.DIAMOND);
    }
    int lift = compared ? -1 : 0;
    List<Double> candidate = slices.stream().map(MetricValue::value).toList();
    chart.whiskers(slices.stream().map(MetricValue::interval).toList(), lift, Palette.CANDIDATE);
    chart.marks(request.candidateName(), candidate, lift, Palette.CANDIDATE, SeriesMarkers.CIRCLE);
    return chart;
  }

  private RowsChart differences() {
    RowsChart chart =
        new RowsChart(
            slices.stream().map(value -> "").toList(),
            Canvas.WIDTH - LEFT_WIDTH,
            10,
            "",
            "difference (% of live)");
    chart.upright("none", 0);
    chart.whiskers(
        deltas.stream().map(d -> d.flatMap(SlicePlot::relative)).toList(), 0, Palette.INK);
    chart.marks(
        "candidate − live",
        deltas.stream().map(d -> d.map(SlicePlot::relativeDelta).orElse(Double.NaN)).toList(),
        0,
        Palette.INK,
        SeriesMarkers.SQUARE);
    return chart;
  }

  private static Optional<Interval> relative(MetricDelta delta) {
    double scale = 100 / Math.abs(delta.value());
    return delta.value() == 0
        ? Optional.empty()
        : delta.deltaInterval().map(i -> new Interval(i.low() * scale, i.high() * scale));
  }

  private static double relativeDelta(MetricDelta delta) {
    return delta.value() == 0 ? Double.NaN : 100 * delta.delta() / Math.abs(delta.value());
  }

  private String sentence(String metric) {
    String start = metric + " by slice, " + Labels.count(all) + " slices";
    return slices.stream()
        .filter(value -> delta(request, value).isPresent())
        .max(Comparator.comparingDouble(value -> loss(value, delta(request, value).orElseThrow())))
        .map(worst -> start + ": the least favourable difference is on " + change(worst))
        .orElse(start + ", of the candidate alone.");
  }

  private String change(MetricValue worst) {
    double live = delta(request, worst).orElseThrow().value();
    return worst.slice().orElseThrow()
        + (", from " + Labels.figure(live) + " to " + Labels.figure(worst.value()) + ".");
  }

  /** The relative difference, above 0 where it is unfavourable. */
  private static double loss(MetricValue value, MetricDelta delta) {
    double relative = relativeDelta(delta);
    double loss = value.direction() == Direction.LOWER ? relative : -relative;
    return Double.isFinite(loss) ? loss : 0;
  }
}
