package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricValue;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The verdict's metric over versions. The line breaks where the evaluation rows changed, because
 * values on other rows do not compare; a dashed line says so between the two.
 */
final class HistoryPlot {
  private static final int MOST_VERSIONS = 20;
  private static final int HEIGHT = 320;
  private static final int ROOM_FOR_NAMES = 18;

  private final PlotRequest request;
  private final List<HistoryPoint> points;
  private final Panel panel;
  private final Panel.Span range;

  private HistoryPlot(PlotRequest request, String metric, String unit) {
    this.request = request;
    List<HistoryPoint> all = request.history().points();
    this.points = all.subList(Math.max(0, all.size() - MOST_VERSIONS), all.size());
    String y = Labels.name(metric + (unit.isEmpty() ? "" : " (" + unit + ")"));
    this.panel = new Panel(Canvas.WIDTH, HEIGHT, "", "version", y);
    this.range =
        points.stream()
            .flatMap(point -> Stream.of(low(point), high(point)))
            .reduce(
                new Panel.Span(last().value(), last().value()),
                Panel.Span::including,
                (a, b) -> a.including(b.low()).including(b.high()))
            .widened(0.08);
  }

  private static double low(HistoryPoint point) {
    return point.interval().map(Interval::low).orElse(point.value());
  }

  private static double high(HistoryPoint point) {
    return point.interval().map(Interval::high).orElse(point.value());
  }

  /** The picture; empty before there are two versions. */
  static Optional<DrawnPlot> draw(PlotRequest request) {
    PlotRequest.MetricHistory history = request.history();
    if (history.points().size() < 2) {
      return Optional.empty();
    }
    String unit =
        request.evaluation().metrics().stream()
            .filter(metric -> metric.name().equals(history.metric()))
            .map(MetricValue::unit)
            .findFirst()
            .orElse("");
    return Optional.of(new HistoryPlot(request, history.metric(), unit).draw(history.metric()));
  }

  private DrawnPlot draw(String metric) {
    panel.style().setXAxisTicksVisible(false).setMarkerSize(9);
    panel.style().setPlotGridVerticalLinesVisible(false);
    panel.range(new Panel.Span(-0.5, points.size() - 0.5), range);
    panel.style().setAxisTitlePadding(ROOM_FOR_NAMES);
    lines();
    breakMarks();
    whiskers();
    marks();
    byte[] png = Canvas.png(List.of(panel.chart()), List.of(), this::names);
    String title =
        metric
            + " by version; dashed: the evaluation rows changed, so values do not compare across";
    return new DrawnPlot("history.png", title, sentence(metric), png);
  }

  private String sentence(String metric) {
    return metric
        + (" over " + versions() + " versions, from ")
        + (Labels.figure(points.get(0).value()) + " (" + points.get(0).name() + ") to ")
        + (Labels.figure(last().value()) + " (" + last().name() + ")")
        + ("; the evaluation rows changed " + breaks() + (breaks() == 1 ? " time." : " times."));
  }

  private long versions() {
    return points.stream().filter(point -> !point.isAgain()).count();
  }

  private HistoryPoint last() {
    return points.get(points.size() - 1);
  }

  private long breaks() {
    return IntStream.range(1, points.size()).filter(this::changed).count();
  }

  private boolean changed(int at) {
    return !points.get(at).dataset().equals(points.get(at - 1).dataset());
  }

  private void lines() {
    int start = 0;
    for (int end = 1; end <= points.size(); end++) {
      if (end == points.size() || changed(end)) {
        int from = start;
        double[] x = IntStream.range(from, end).asDoubleStream().toArray();
        double[] y = IntStream.range(from, end).mapToDouble(i -> points.get(i).value()).toArray();
        panel.line("line " + from, x, y, Palette.QUIET, 1.8f).setShowInLegend(false);
        start = end;
      }
    }
  }

  private void breakMarks() {
    IntStream.range(1, points.size())
        .filter(this::changed)
        .forEach(
            at ->
                panel.guide(
                    "other rows " + at,
                    new double[] {at - 0.5, at - 0.5},
                    new double[] {range.low(), range.high()}));
  }

  private void whiskers() {
    for (int i = 0; i < points.size(); i++) {
      int at = i;
      points
          .get(i)
          .interval()
          .ifPresent(
              interval ->
                  panel
                      .line(
                          "whisker " + at,
                          new double[] {at, at},
                          new double[] {interval.low(), interval.high()},
                          Palette.QUIET,
                          1.8f)
                      .setShowInLegend(false));
    }
  }

  private void marks() {
    int live = request.evaluation().baseline().isPresent() ? liveIndex() : -1;
    List<Integer> earlier = new ArrayList<>();
    for (int i = 0; i < points.size() - 1; i++) {
      if (i != live) {
        earlier.add(i);
      }
    }
    mark("earlier versions", earlier, Palette.QUIET, SeriesMarkers.SQUARE);
    mark(
        request.liveName(),
        live < 0 ? List.of() : List.of(live),
        Palette.LIVE,
        SeriesMarkers.DIAMOND);
    mark(
        request.candidateName(),
        List.of(points.size() - 1),
        Palette.CANDIDATE,
        SeriesMarkers.CIRCLE);
  }

  private int liveIndex() {
    String version = request.evaluation().baseline().orElseThrow().version().toString();
    return IntStream.range(0, points.size() - 1)
        .filter(i -> points.get(i).isOf(version))
        .reduce((a, b) -> b)
        .orElse(-1);
  }

  private void mark(
      String name, List<Integer> at, Color colour, org.knowm.xchart.style.markers.Marker marker) {
    if (!at.isEmpty()) {
      panel.points(
          Labels.name(name),
          at.stream().mapToDouble(Integer::doubleValue).toArray(),
          at.stream().mapToDouble(i -> points.get(i).value()).toArray(),
          colour,
          marker);
    }
  }

  private void names(Graphics2D graphics) {
    graphics.setFont(Panel.font(java.awt.Font.PLAIN, 12));
    graphics.setColor(Palette.INK);
    FontMetrics metrics = graphics.getFontMetrics();
    int every = points.size() > 10 ? 2 : 1;
    int bottom = (int) Math.round(panel.chart().getScreenYFromChart(range.low())) + 26;
    for (int i = points.size() - 1; i >= 0; i -= every) {
      int width = metrics.stringWidth(points.get(i).name());
      int x = (int) Math.round(panel.chart().getScreenXFromChart(i)) - width / 2;
      graphics.drawString(points.get(i).name(), x, bottom);
    }
  }
}
