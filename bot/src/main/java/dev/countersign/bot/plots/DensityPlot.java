package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Many points as a grid of cells whose colour says how many points lie there, so that 50,000 rows
 * show their shape and not a blot. Powers of four, because the counts span decades.
 */
final class DensityPlot {
  private static final int CELLS = 60;
  private static final int CELL_PIXELS = 5;

  private final Panel.Span x;
  private final Panel.Span y;

  DensityPlot(Panel.Span x, Panel.Span y) {
    this.x = x;
    this.y = y;
  }

  /** What the colours mean. */
  static List<Canvas.Key> keys() {
    List<Canvas.Key> keys = new ArrayList<>();
    int from = 1;
    for (int i = 0; i < Palette.DENSITY.size(); i++) {
      int to = from * 4 - 1;
      boolean last = i == Palette.DENSITY.size() - 1;
      String range = last ? from + " or more" : from + "–" + to;
      keys.add(new Canvas.Key(Palette.DENSITY.get(i), (i == 0 ? "rows per cell: " : "") + range));
      from *= 4;
    }
    return keys;
  }

  /** Draws points into a panel; those outside the ranges are drawn at the edge. */
  void draw(Panel panel, Predictions rows, IntToDoubleFunction xOf, IntToDoubleFunction yOf) {
    int[][] counts = new int[CELLS][CELLS];
    for (int row = 0; row < rows.rows(); row++) {
      counts[cell(xOf.applyAsDouble(row), x)][cell(yOf.applyAsDouble(row), y)]++;
    }
    panel.style().setMarkerSize(CELL_PIXELS);
    for (int level = 0; level < Palette.DENSITY.size(); level++) {
      draw(panel, counts, level);
    }
  }

  private void draw(Panel panel, int[][] counts, int level) {
    List<double[]> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        if (counts[i][j] > 0 && level(counts[i][j]) == level) {
          cells.add(new double[] {centre(i, x), centre(j, y)});
        }
      }
    }
    if (!cells.isEmpty()) {
      XYSeries series =
          panel.points(
              "level " + level,
              cells.stream().mapToDouble(cell -> cell[0]).toArray(),
              cells.stream().mapToDouble(cell -> cell[1]).toArray(),
              Palette.DENSITY.get(level),
              SeriesMarkers.SQUARE);
      series.setShowInLegend(false);
    }
  }

  private static int level(int count) {
    int log4 = (31 - Integer.numberOfLeadingZeros(count)) / 2;
    return Math.min(Palette.DENSITY.size() - 1, log4);
  }

  private static int cell(double value, Panel.Span span) {
    int cell = (int) Math.floor((value - span.low()) / span.width() * CELLS);
    return Math.max(0, Math.min(CELLS - 1, cell));
  }

  private static double centre(int cell, Panel.Span span) {
    return span.low() + (cell + 0.5) * span.width() / CELLS;
  }
}
