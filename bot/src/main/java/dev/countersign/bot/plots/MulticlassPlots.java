package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evidence.curve.Calibration;
import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * ROC and precision-recall curves of each class against all others, and how often a multiclass
 * classifier is right where it is sure.
 */
final class MulticlassPlots {
  private static final int MOST_CLASSES = 6;
  private static final int PANEL_WIDTH = Canvas.WIDTH / 2;
  private static final int PANEL_HEIGHT = 300;
  private static final int HEIGHT = 420;
  private static final int BINS = 10;
  private static final Panel.Span SHARE = new Panel.Span(0, 1);

  private final PlotRequest request;
  private final List<Model> models;

  MulticlassPlots(PlotRequest request) {
    this.request = request;
    this.models = Model.of(request);
  }

  List<DrawnPlot> draw() {
    return List.of(
        byClass(
            "roc",
            new Axes("false-positive rate", "true-positive rate"),
            "ROC curve of each class against all others",
            ClassCurve::roc),
        byClass(
            "precision-recall",
            new Axes("recall", "precision"),
            "Precision and recall of each class against all others",
            ClassCurve::precisionRecall),
        calibration());
  }

  private record Axes(String x, String y) {}

  private DrawnPlot byClass(
      String name, Axes axes, String title, Function<BinaryScores, ClassCurve> curveOf) {
    List<ClassCurves> all = new ArrayList<>();
    for (String label : request.predictions().classes()) {
      all.add(
          new ClassCurves(label, models.stream().map(m -> curveOf.apply(of(m, label))).toList()));
    }
    List<ClassCurves> shown =
        all.stream()
            .sorted(Comparator.comparingDouble(ClassCurves::area))
            .limit(MOST_CLASSES)
            .toList();
    List<XYChart> charts = shown.stream().map(one -> panel(one, axes).chart()).toList();
    String which =
        shown.size() == all.size()
            ? ""
            : "; the %d of %d classes with the smallest area".formatted(shown.size(), all.size());
    String areas = shown.stream().map(one -> one.inWords(models)).collect(Collectors.joining("; "));
    return new DrawnPlot(
        name + "-by-class.png",
        title + which,
        title + which + "; area under the curve: " + areas + ".",
        Canvas.png(charts, keys()));
  }

  /** The curves of a class, one per model; the candidate is the last. */
  private record ClassCurves(String label, List<ClassCurve> curves) {
    double area() {
      return curves.get(curves.size() - 1).area();
    }

    String inWords(List<Model> models) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < models.size(); i++) {
        words.add(Labels.figure(curves.get(i).area()) + " (" + models.get(i).name() + ")");
      }
      return Labels.name(label) + " " + String.join(", ", words);
    }
  }

  private Panel panel(ClassCurves of, Axes axes) {
    Panel panel =
        new Panel(PANEL_WIDTH, PANEL_HEIGHT, of.label(), axes.x(), axes.y())
            .range(SHARE, SHARE.widened(0.01))
            .withoutLegend();
    for (int i = 0; i < models.size(); i++) {
      ClassCurve curve = of.curves().get(i);
      if (!curve.points().isEmpty()) {
        Model model = models.get(i);
        panel.line(model.name(), curve.x(), curve.y(), model.colour(), model.lineWidth());
      }
    }
    return panel;
  }

  private DrawnPlot calibration() {
    Panel panel =
        new Panel(Canvas.WIDTH, HEIGHT, "", "probability of the decision", "share that was right")
            .range(SHARE, SHARE.widened(0.01));
    panel.style().setMarkerSize(8);
    for (Model model : models) {
      List<Calibration.Bin> bins =
          Calibration.ofDecisions(request.predictions(), model.scores(), BINS);
      double[] x = bins.stream().mapToDouble(Calibration.Bin::predicted).toArray();
      double[] y = bins.stream().mapToDouble(Calibration.Bin::observed).toArray();
      XYSeries series =
          panel.line(Labels.name(model.name()), x, y, model.colour(), model.lineWidth());
      series.setMarker(model.isLive() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
      series.setMarkerColor(model.colour());
    }
    panel.guide("perfect", new double[] {0, 1}, new double[] {0, 1});
    String gaps =
        models.stream()
            .map(model -> Labels.figure(gap(model)) + " (" + model.name() + ")")
            .collect(Collectors.joining(", "));
    return new DrawnPlot(
        "calibration.png",
        "Calibration of the decided class; the dashed line is perfect",
        "How often the decided class was right where it had a probability, in "
            + BINS
            + " bins; expected calibration error "
            + gaps
            + ".",
        Canvas.png(List.of(panel.chart()), List.of()));
  }

  /** Expected calibration error: the mean distance from the dashed line, weighted by rows. */
  private double gap(Model model) {
    List<Calibration.Bin> bins =
        Calibration.ofDecisions(request.predictions(), model.scores(), BINS);
    double rows = bins.stream().mapToDouble(Calibration.Bin::weight).sum();
    return bins.stream()
            .mapToDouble(bin -> bin.weight() * Math.abs(bin.predicted() - bin.observed()))
            .sum()
        / rows;
  }

  private List<Canvas.Key> keys() {
    return models.stream()
        .map(model -> new Canvas.Key(model.colour(), Labels.name(model.name())))
        .toList();
  }

  private BinaryScores of(Model model, String label) {
    return BinaryScores.of(request.predictions(), model.scores(), label);
  }
}
