package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private SlicePlot(PlotRequest request, List<MetricValue> slices) {
    this.request = request;
    this.slices = slices;
    List<MetricDelta> all =
        request.evaluation().baseline().map(BaselineComparison::metrics).orElse(List.of());
    this.deltas =
        slices.stream()
            .map(
                value ->
                    all.stream()
                        .filter(delta -> delta.name().equals(value.name()))
                        .filter(delta -> delta.slice().equals(value.slice()))
                        .findFirst())
            .toList();
  }

  /** The picture of the metric that most slices have; empty without slices. */
  static Optional<DrawnPlot> draw(PlotRequest request) {
    List<MetricValue> sliced =
        request.evaluation().metrics().stream()
            .filter(value -> value.slice().isPresent() && value.evidence() == Evidence.VERIFIED)
            .toList();
    return sliced.stream()
        .findFirst()
        .map(
            first ->
                new SlicePlot(
                        request,
                        sliced.stream()
                            .filter(value -> value.name().equals(first.name()))
                            .limit(MOST_SLICES)
                            .toList())
                    .draw());
  }

  private DrawnPlot draw() {
    boolean compared = deltas.stream().anyMatch(Optional::isPresent);
    RowsChart values = values(compared);
    List<Panel> panels =
        compared ? List.of(values.panel(), differences().panel()) : List.of(values.panel());
    byte[] png =
        Canvas.png(
            panels.stream().map(Panel::chart).toList(),
            List.of(),
            graphics -> values.names(graphics, 0, NAME_WIDTH));
    String metric = slices.get(0).name();
    return new DrawnPlot(
        "slices-" + (metric.matches("[a-z0-9_]{1,40}") ? metric : "metric") + ".png",
        metric
            + " by slice; lines are "
            + confidence()
            + " intervals of the candidate and of the"
            + " difference",
        sentence(metric),
        png);
  }

  private String confidence() {
    return Labels.percent(request.evaluation().statistics().confidence());
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
    String slicesText = Labels.count(slices.size()) + " slices";
    return deltas.stream()
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(this::loss))
        .map(
            worst ->
                metric
                    + " by slice, "
                    + slicesText
                    + ": the least favourable difference is on "
                    + worst.slice().orElseThrow()
                    + ", from "
                    + Labels.figure(worst.value())
                    + " to "
                    + Labels.figure(worst.value() + worst.delta())
                    + ".")
        .orElse(metric + " by slice, " + slicesText + ", of the candidate alone.");
  }

  private double loss(MetricDelta delta) {
    boolean lower = slices.get(0).direction() == Direction.LOWER;
    return (lower ? 1 : -1) * relativeDelta(delta);
  }
}
