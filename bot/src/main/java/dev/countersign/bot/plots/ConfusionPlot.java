package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evidence.curve.ConfusionMatrix;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * Confusion matrices side by side: of the rows of each actual class, the percentage that was
 * predicted as each class.
 */
final class ConfusionPlot {
  private static final int MOST_CLASSES = 8;
  private static final int HEIGHT = 350;
  private static final Color[] RANGE = {new Color(0xf4, 0xf8, 0xfb), new Color(0x6a, 0xae, 0xd8)};

  private ConfusionPlot() {}

  /** The picture; empty with more classes than can be read. */
  static Optional<DrawnPlot> draw(PlotRequest request, Function<Model, ConfusionMatrix> matrixOf) {
    List<Model> models = Model.of(request);
    List<ConfusionMatrix> matrices = models.stream().map(matrixOf).toList();
    if (matrices.get(0).classes().size() > MOST_CLASSES) {
      return Optional.empty();
    }
    List<HeatMapChart> charts =
        IntStream.range(0, models.size())
            .mapToObj(i -> chart(models.get(i), matrices.get(i), Canvas.WIDTH / models.size()))
            .toList();
    String right =
        IntStream.range(0, models.size())
            .mapToObj(i -> models.get(i).name() + " " + Labels.percent(diagonal(matrices.get(i))))
            .collect(Collectors.joining(", "));
    return Optional.of(
        new DrawnPlot(
            "confusion.png",
            "Confusion matrix: percentage of each actual class",
            "Confusion matrices; share of rows predicted right: " + right + ".",
            Canvas.png(charts, List.of())));
  }

  private static HeatMapChart chart(Model model, ConfusionMatrix matrix, int width) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(width)
            .height(HEIGHT)
            .title(Labels.name(model.name()))
            .xAxisTitle("predicted")
            .yAxisTitle("actual")
            .build();
    style(chart.getStyler());
    List<String> names = matrix.classes().stream().map(Labels::name).toList();
    List<String> upwards = new ArrayList<>(names);
    Collections.reverse(upwards);
    List<Number[]> cells = new ArrayList<>();
    int last = names.size() - 1;
    for (int actual = 0; actual <= last; actual++) {
      for (int predicted = 0; predicted <= last; predicted++) {
        long percent = Math.round(percent(matrix, actual, predicted));
        cells.add(new Number[] {predicted, last - actual, percent});
      }
    }
    chart.addSeries("share", names, upwards, cells);
    return chart;
  }

  private static void style(HeatMapStyler style) {
    style.setLocale(Locale.ROOT);
    style.setChartBackgroundColor(Palette.GROUND).setPlotBackgroundColor(Palette.GROUND);
    style.setChartFontColor(Palette.INK).setChartTitleBoxVisible(false);
    style.setChartTitleFont(Panel.font(java.awt.Font.BOLD, 14)).setChartPadding(8);
    style.setAxisTitleFont(Panel.font(java.awt.Font.PLAIN, 13));
    style.setAxisTickLabelsFont(Panel.font(java.awt.Font.PLAIN, 12));
    style.setShowValue(true).setValueFont(Panel.font(java.awt.Font.BOLD, 13));
    style.setValueFontColor(Palette.INK);
    style.setHeatMapDecimalValueFormatter(value -> Math.round(value) + " %");
    style.setHeatMapValueDecimalPattern("0 '%'");
    style.setRangeColors(RANGE).setMin(0).setMax(100).setDrawBorder(true);
    style.setLegendVisible(false);
  }

  private static double percent(ConfusionMatrix matrix, int actual, int predicted) {
    double all = matrix.weights().get(actual).stream().mapToDouble(Double::doubleValue).sum();
    return all == 0 ? 0 : 100 * matrix.at(actual, predicted) / all;
  }

  private static double diagonal(ConfusionMatrix matrix) {
    int size = matrix.classes().size();
    double right = IntStream.range(0, size).mapToDouble(i -> matrix.at(i, i)).sum();
    double all =
        matrix.weights().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sum();
    return right / all;
  }
}
