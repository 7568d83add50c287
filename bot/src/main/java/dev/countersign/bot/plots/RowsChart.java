package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Interval;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.Marker;

/**
 * Named rows, from top to bottom, with a mark per series and a whisker for its interval. Names are
 * drawn here because the charting library puts names on the horizontal axis only.
 */
final class RowsChart {
  private static final int ROW_PIXELS = 26;
  private static final int FRAME_PIXELS = 110;
  private static final int GAP = 6;
  private static final double BETWEEN_SERIES = 0.15;

  private final List<String> names;
  private final Panel panel;
  private Panel.Span range = new Panel.Span(Double.MAX_VALUE, -Double.MAX_VALUE);

  RowsChart(List<String> names, int width, int nameWidth, String title, String x) {
    this.names = names.stream().map(Labels::name).toList();
    this.panel = new Panel(width, height(names.size()), title, x, "");
    panel.style().setYAxisTicksVisible(false).setYAxisTitleVisible(false);
    panel.style().setPlotGridHorizontalLinesVisible(false).setYAxisLeftWidthHint(nameWidth);
    panel.style().setXAxisTickMarkSpacingHint(44).setMarkerSize(8);
    panel.style().setYAxisMin(-0.6).setYAxisMax(names.size() - 0.4);
  }

  static int height(int rows) {
    return FRAME_PIXELS + ROW_PIXELS * rows;
  }

  /**
   * A mark in each row; none where the value is not a number.
   *
   * @param lift in rows above the middle of the row: -1, 0 or 1 times the room between series
   */
  void marks(String name, List<Double> values, int lift, Color colour, Marker marker) {
    int[] rows =
        IntStream.range(0, values.size()).filter(i -> Double.isFinite(values.get(i))).toArray();
    if (rows.length > 0) {
      double[] x = Arrays.stream(rows).mapToDouble(values::get).toArray();
      double[] y = Arrays.stream(rows).mapToDouble(row -> at(row, lift)).toArray();
      Arrays.stream(x).forEach(this::include);
      panel.points(Labels.name(name), x, y, colour, marker);
    }
  }

  /** A line in each row from one end to the other; none where there is no interval. */
  void whiskers(List<Optional<Interval>> intervals, int lift, Color colour) {
    for (int row = 0; row < intervals.size(); row++) {
      Optional<Interval> interval = intervals.get(row);
      if (interval.isPresent()) {
        double[] ends = {interval.get().low(), interval.get().high()};
        double y = at(row, lift);
        panel
            .line("whisker " + lift + " " + row, ends, new double[] {y, y}, colour, 2.4f)
            .setShowInLegend(false);
        include(ends[0]);
        include(ends[1]);
      }
    }
  }

  /** A vertical line through all rows. */
  void upright(String name, double x) {
    include(x);
    panel.guide(name, new double[] {x, x}, new double[] {-0.6, names.size() - 0.4});
  }

  void from(double low) {
    include(low);
  }

  Panel panel() {
    Panel.Span shown = range.widened(0.05);
    panel.style().setXAxisMin(shown.low()).setXAxisMax(shown.high());
    return panel;
  }

  /** Writes the rows' names left of the chart, which has been painted at a place before. */
  void names(Graphics2D graphics, int chartLeft, int nameRight) {
    graphics.setFont(Panel.font(Font.PLAIN, 12));
    graphics.setColor(Palette.INK);
    FontMetrics metrics = graphics.getFontMetrics();
    for (int row = 0; row < names.size(); row++) {
      int width = metrics.stringWidth(names.get(row));
      int y = (int) Math.round(panel.chart().getScreenYFromChart(at(row, 0)));
      graphics.drawString(names.get(row), chartLeft + nameRight - width - GAP, y + 4);
    }
  }

  private double at(int row, int lift) {
    return names.size() - 1.0 - row + lift * BETWEEN_SERIES;
  }

  private void include(double x) {
    range = new Panel.Span(Math.min(range.low(), x), Math.max(range.high(), x));
  }
}
