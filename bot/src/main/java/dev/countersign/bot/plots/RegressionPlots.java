package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evidence.curve.Residuals;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/** Predicted against actual, and residuals: one panel per model, the same axes in both. */
final class RegressionPlots {
  private static final int HEIGHT = 350;

  private final PlotRequest request;
  private final Predictions predictions;
  private final List<Model> models;

  RegressionPlots(PlotRequest request) {
    this.request = request;
    this.predictions = request.predictions();
    this.models = Model.of(request);
  }

  List<DrawnPlot> draw() {
    return List.of(predictedActual(), residuals());
  }

  private DrawnPlot predictedActual() {
    Panel.Span range = values().widened(0.02);
    DensityPlot density = new DensityPlot(range, range);
    double[] ends = {range.low(), range.high()};
    Function<Model, Panel> panel =
        model -> {
          Panel drawn = panel(model, "actual " + request.target(), "predicted " + request.target());
          density.draw(drawn.range(range, range), predictions, predictions.actual()::at, model::at);
          drawn.guide("perfect", ends, ends);
          return drawn;
        };
    String what = "Predicted against actual " + request.target();
    return new DrawnPlot(
        "predicted-actual.png",
        what + "; the dashed line is a perfect prediction",
        what
            + (" of " + Labels.count(predictions.rows()) + " rows: ")
            + each(model -> "half of the predictions are within " + typicalError(model)),
        picture(panel));
  }

  private DrawnPlot residuals() {
    Panel.Span x = predicted().widened(0.02);
    Panel.Span y = residualRange();
    DensityPlot density = new DensityPlot(x, y);
    Function<Model, Panel> panel =
        model -> {
          Panel drawn = panel(model, "predicted " + request.target(), "predicted − actual");
          density.draw(drawn.range(x, y), predictions, model::at, row -> residual(model, row));
          drawn.guide("zero", new double[] {x.low(), x.high()}, new double[] {0, 0});
          return drawn;
        };
    return new DrawnPlot(
        "residuals.png",
        "Residuals by predicted " + request.target() + "; the rarest are drawn at the edge",
        "Residuals (predicted − actual): " + each(this::spread),
        picture(panel));
  }

  private byte[] picture(Function<Model, Panel> panel) {
    List<XYChart> charts = models.stream().map(panel).map(Panel::chart).toList();
    return Canvas.png(charts, DensityPlot.keys());
  }

  /** {@code mean 3.1, 90 % between -205 and 233}. */
  private String spread(Model model) {
    Residuals of = Residuals.of(predictions, model.scores());
    return "mean "
        + Labels.figure(of.mean())
        + ", 90 % between "
        + Labels.figure(of.quantile(0.05))
        + " and "
        + Labels.figure(of.quantile(0.95));
  }

  private Panel panel(Model model, String x, String y) {
    return new Panel(Canvas.WIDTH / models.size(), HEIGHT, model.name(), x, y).withoutLegend();
  }

  private String each(Function<Model, String> sentence) {
    return models.stream()
        .map(model -> model.name() + ": " + sentence.apply(model))
        .collect(Collectors.joining("; ", "", "."));
  }

  private String typicalError(Model model) {
    double[] errors = new double[predictions.rows()];
    Arrays.setAll(errors, row -> Math.abs(residual(model, row)));
    Arrays.sort(errors);
    return Labels.figure(errors[errors.length / 2]);
  }

  private double residual(Model model, int row) {
    return model.at(row) - predictions.actual().at(row);
  }

  private Panel.Span values() {
    Panel.Span span = predicted();
    for (int row = 0; row < predictions.rows(); row++) {
      span = span.including(predictions.actual().at(row));
    }
    return span;
  }

  private Panel.Span predicted() {
    Panel.Span span = new Panel.Span(models.get(0).at(0), models.get(0).at(0));
    for (Model model : models) {
      for (int row = 0; row < predictions.rows(); row++) {
        span = span.including(model.at(row));
      }
    }
    return span;
  }

  /** Where all but one in a thousand residuals lie, on either side of zero. */
  private Panel.Span residualRange() {
    double most =
        models.stream()
            .map(model -> Residuals.of(predictions, model.scores()))
            .flatMap(r -> Stream.of(Math.abs(r.quantile(0.0005)), Math.abs(r.quantile(0.9995))))
            .reduce(0.0, Math::max);
    return new Panel.Span(-most, most).widened(0.02);
  }
}
