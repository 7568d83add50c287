package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.curve.ConfusionMatrix;
import dev.countersign.modelrefs.evidence.metric.MetricDefinitions;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.ArrayList;
import java.util.List;

/** Draws every picture that a task's evidence allows. */
public final class EvidencePlots {
  private static final double DEFAULT_THRESHOLD = 0.5;

  private EvidencePlots() {}

  /**
   * The pictures, the most telling first.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code LIBRARY_MISSING} if the
   *     machine has no fonts; the review can do without pictures
   */
  public static List<DrawnPlot> draw(PlotRequest request) {
    return Canvas.drawing(() -> all(request));
  }

  private static List<DrawnPlot> all(PlotRequest request) {
    List<DrawnPlot> plots = new ArrayList<>();
    if (request.evaluation().task() == Task.REGRESSION) {
      SlicePlot.draw(request).ifPresent(plots::add);
      plots.addAll(new RegressionPlots(request).draw());
    } else {
      plots.addAll(classifier(request));
      SlicePlot.draw(request).ifPresent(plots::add);
    }
    RepeatsPlot.draw(request).ifPresent(plots::add);
    ImportancePlot.draw(request).ifPresent(plots::add);
    HistoryPlot.draw(request).ifPresent(plots::add);
    return List.copyOf(plots);
  }

  private static List<DrawnPlot> classifier(PlotRequest request) {
    Predictions predictions = request.predictions();
    List<DrawnPlot> plots = new ArrayList<>();
    if (request.evaluation().task() == Task.BINARY) {
      List<MetricDefinition> definitions =
          MetricDefinitions.resolve(predictions, request.definitions());
      String positive = definitions.get(0).positiveClass().orElseThrow();
      double threshold =
          definitions.stream()
              .flatMapToDouble(definition -> definition.threshold().stream())
              .findFirst()
              .orElse(DEFAULT_THRESHOLD);
      plots.addAll(new BinaryPlots(request, positive).draw());
      ConfusionPlot.draw(
              request,
              model -> ConfusionMatrix.binary(predictions, model.scores(), positive, threshold))
          .map(plot -> plot.titled(", at threshold " + Labels.figure(threshold)))
          .ifPresent(plots::add);
    } else {
      ConfusionPlot.draw(request, model -> ConfusionMatrix.multiclass(predictions, model.scores()))
          .ifPresent(plots::add);
      plots.addAll(new MulticlassPlots(request).draw());
    }
    return plots;
  }
}
