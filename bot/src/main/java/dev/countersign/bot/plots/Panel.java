package dev.countersign.bot.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One chart of a picture, in the look that all share. Sizes are in the picture's 700 pixels. */
final class Panel {
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {6f, 4f}, 0f);

  private final XYChart chart;

  Panel(int width, int height, String title, String x, String y) {
    chart =
        new XYChartBuilder()
            .width(width)
            .height(height)
            .title(Labels.name(title))
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    XYStyler style = chart.getStyler();
    style.setLocale(Locale.ROOT);
    style.setBaseFont(font(Font.PLAIN, 12));
    style.setChartTitleFont(font(Font.BOLD, 14)).setChartTitleVisible(!title.isEmpty());
    style.setAxisTitleFont(font(Font.PLAIN, 13)).setAxisTickLabelsFont(font(Font.PLAIN, 12));
    style.setLegendFont(font(Font.PLAIN, 12)).setLegendBorderColor(Palette.GROUND);
    style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    style.setLegendSeriesLineLength(18).setLegendPadding(9);
    style.setChartTitleBoxVisible(false).setChartPadding(8);
    colours(style);
    style.setXAxisTickLabelsFormattingFunction(Labels::tick);
    style.setYAxisTickLabelsFormattingFunction(Labels::tick);
    style.setXAxisTickMarkSpacingHint(64).setYAxisTickMarkSpacingHint(44);
  }

  private static void colours(XYStyler style) {
    style.setChartBackgroundColor(Palette.GROUND).setPlotBackgroundColor(Palette.GROUND);
    style.setChartFontColor(Palette.INK).setPlotBorderColor(Palette.GRID);
    style.setPlotGridLinesColor(Palette.GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f));
    style.setAxisTickLabelsColor(Palette.INK).setAxisTickMarksColor(Palette.QUIET);
  }

  static Font font(int weight, int size) {
    return new Font(Font.SANS_SERIF, weight, size);
  }

  XYChart chart() {
    return chart;
  }

  XYStyler style() {
    return chart.getStyler();
  }

  Panel range(Span x, Span y) {
    style().setXAxisMin(x.low()).setXAxisMax(x.high());
    style().setYAxisMin(y.low()).setYAxisMax(y.high());
    return this;
  }

  /** Without a legend; for charts whose colours are explained below them. */
  Panel withoutLegend() {
    style().setLegendVisible(false);
    return this;
  }

  /** A thin grey line for orientation; not in the legend. */
  void guide(String name, double[] x, double[] y) {
    XYSeries series = line(name, x, y, Palette.QUIET, 1.2f);
    series.setShowInLegend(false);
    series.setLineStyle(DASHED);
  }

  /** A line without markers. */
  XYSeries line(String name, double[] x, double[] y, Color colour, float width) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setLineColor(colour);
    return series;
  }

  /** Markers without a line. */
  XYSeries points(String name, double[] x, double[] y, Color colour, Marker marker) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(marker);
    series.setMarkerColor(colour);
    series.setLineStyle(SeriesLines.NONE);
    return series;
  }

  /** The range of an axis. */
  record Span(double low, double high) {
    /** With some room on both sides. */
    Span widened(double share) {
      double room = low == high ? 1 : (high - low) * share;
      return new Span(low - room, high + room);
    }

    Span including(double value) {
      return new Span(Math.min(low, value), Math.max(high, value));
    }

    double width() {
      return high - low;
    }
  }
}
