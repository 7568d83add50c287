package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evidence.curve.Calibration;
import dev.countersign.modelrefs.evidence.curve.ClassifierCurves;
import dev.countersign.modelrefs.evidence.curve.Point;
import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** ROC, precision and recall, and calibration of a binary classifier. */
final class BinaryPlots {
  private static final int HEIGHT = 420;
  private static final int MOST_POINTS = 400;
  private static final int BINS = 10;
  private static final Panel.Span SHARE = new Panel.Span(0, 1);

  private final PlotRequest request;
  private final String positiveClass;
  private final List<Model> models;

  BinaryPlots(PlotRequest request, String positiveClass) {
    this.request = request;
    this.positiveClass = positiveClass;
    this.models = Model.of(request);
  }

  List<DrawnPlot> draw() {
    return List.of(roc(), precisionRecall(), calibration());
  }

  private DrawnPlot roc() {
    Panel panel = panel("false-positive rate", "true-positive rate");
    for (Model model : models) {
      curve(panel, label(model, "auc"), model, curves(model).roc(MOST_POINTS));
    }
    panel.guide("chance", new double[] {0, 1}, new double[] {0, 1});
    return plot(
        "roc.png",
        "ROC curve; the dashed line is chance",
        "ROC curves of class " + positiveClass + numbers("auc") + ".",
        panel);
  }

  private DrawnPlot precisionRecall() {
    Panel panel = panel("recall", "precision");
    for (Model model : models) {
      curve(
          panel,
          label(model, "average_precision"),
          model,
          curves(model).precisionRecall(MOST_POINTS));
    }
    double share = positiveShare();
    panel.guide("chance", new double[] {0, 1}, new double[] {share, share});
    return plot(
        "precision-recall.png",
        "Precision and recall; the dashed line is the share of class " + positiveClass,
        "Precision-recall curves of class "
            + positiveClass
            + ", which has "
            + Labels.percent(share)
            + " of the rows"
            + numbers("average_precision")
            + ".",
        panel);
  }

  private DrawnPlot calibration() {
    Panel panel = panel("predicted probability", "observed share");
    panel.style().setMarkerSize(8);
    for (Model model : models) {
      List<Calibration.Bin> bins = Calibration.of(scores(model), BINS);
      double[] x = bins.stream().mapToDouble(Calibration.Bin::predicted).toArray();
      double[] y = bins.stream().mapToDouble(Calibration.Bin::observed).toArray();
      XYSeries series = panel.line(label(model, "brier"), x, y, model.colour(), model.lineWidth());
      series.setMarker(model.isLive() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
      series.setMarkerColor(model.colour());
    }
    panel.guide("perfect", new double[] {0, 1}, new double[] {0, 1});
    return plot(
        "calibration.png",
        "Calibration: how often class "
            + positiveClass
            + " happened where it was given a probability; the dashed line is perfect",
        "Calibration in " + BINS + " bins of class " + positiveClass + numbers("brier") + ".",
        panel);
  }

  private Panel panel(String x, String y) {
    return new Panel(Canvas.WIDTH, HEIGHT, "", x, y).range(SHARE, SHARE.widened(0.01));
  }

  private DrawnPlot plot(String name, String title, String alt, Panel panel) {
    return new DrawnPlot(name, title, alt, Canvas.png(List.of(panel.chart()), List.of()));
  }

  private static void curve(Panel panel, String label, Model model, List<Point> points) {
    if (!points.isEmpty()) {
      double[] x = points.stream().mapToDouble(Point::x).toArray();
      double[] y = points.stream().mapToDouble(Point::y).toArray();
      panel.line(label, x, y, model.colour(), model.lineWidth());
    }
  }

  private ClassifierCurves curves(Model model) {
    return ClassifierCurves.of(scores(model));
  }

  private BinaryScores scores(Model model) {
    return BinaryScores.of(request.predictions(), model.scores(), positiveClass);
  }

  private double positiveShare() {
    BinaryScores rows = scores(models.get(0));
    double positive = 0;
    double all = 0;
    for (int row = 0; row < rows.rows(); row++) {
      positive += rows.positive(row) ? rows.weight(row) : 0;
      all += rows.weight(row);
    }
    return positive / all;
  }

  /** {@code Live 1.0.0, auc 0.91}. */
  private String label(Model model, String metric) {
    return Labels.name(model.name())
        + value(model, metric).map(v -> ", " + metric + " " + Labels.figure(v)).orElse("");
  }

  /** {@code : auc 0.91 (Live 1.0.0), 0.93 (Candidate 1.1.0)}, from the evaluation. */
  private String numbers(String metric) {
    String figures =
        models.stream()
            .flatMap(
                model ->
                    value(model, metric).stream()
                        .map(v -> Labels.figure(v) + " (" + model.name() + ")"))
            .collect(Collectors.joining(", "));
    return figures.isEmpty() ? "" : ": " + metric + " " + figures;
  }

  private Optional<Double> value(Model model, String metric) {
    return model.isLive()
        ? request.evaluation().baseline().stream()
            .flatMap(baseline -> baseline.metrics().stream())
            .filter(delta -> delta.name().equals(metric) && delta.slice().isEmpty())
            .map(MetricDelta::value)
            .findFirst()
        : request.evaluation().metrics().stream()
            .filter(found -> found.name().equals(metric) && found.slice().isEmpty())
            .map(MetricValue::value)
            .findFirst();
  }
}
