package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The terms of multiclass metrics. The predicted class is the one of highest probability, the first
 * in sorted order on a tie. Macro averages run over the classes that occur as actual or predicted.
 */
final class MulticlassTerms implements Terms {
  private static final int WEIGHT = 0;
  private static final int LOSS = 1;
  private static final int CORRECT = 2;
  private static final int FIRST_CLASS = 3;

  private final Predictions predictions;
  private final Scores scores;
  private final List<MetricDefinition> definitions;
  private final int classes;

  MulticlassTerms(Predictions predictions, Scores scores, List<MetricDefinition> definitions) {
    this.predictions = predictions;
    this.scores = scores;
    this.definitions = definitions;
    this.classes = predictions.classes().size();
  }

  @Override
  public int size() {
    return FIRST_CLASS + 3 * classes;
  }

  @Override
  public void of(int row, Sink sink) {
    double weight = predictions.weight(row);
    int actual = (int) predictions.actual().at(row);
    int predicted = ClassDecision.predicted(scores, row);
    sink.add(WEIGHT, weight);
    sink.add(LOSS, weight * BinaryTerms.loss(scores.columns().get(actual).at(row)));
    sink.add(FIRST_CLASS + classes + actual, weight);
    sink.add(FIRST_CLASS + 2 * classes + predicted, weight);
    if (actual == predicted) {
      sink.add(CORRECT, weight);
      sink.add(FIRST_CLASS + actual, weight);
    }
  }

  @Override
  public ToDoubleFunction<double[]> formula(String metric) {
    return switch (metric) {
      case "accuracy" -> sums -> Terms.ratio(sums[CORRECT], sums[WEIGHT]);
      case "log_loss" -> sums -> Terms.ratio(sums[LOSS], sums[WEIGHT]);
      case "macro_f1" -> average("macro", MulticlassTerms::f1);
      case "f1" -> average(averaging(metric), MulticlassTerms::f1);
      case "precision" -> average(averaging(metric), MulticlassTerms::precision);
      case "recall" -> average(averaging(metric), MulticlassTerms::recall);
      default -> throw new IllegalArgumentException(metric + " is no multiclass metric");
    };
  }

  private String averaging(String metric) {
    return definitions.stream()
        .filter(definition -> definition.name().equals(metric))
        .flatMap(definition -> definition.averaging().stream())
        .findFirst()
        .orElse("macro");
  }

  private ToDoubleFunction<double[]> average(String averaging, OneClass metric) {
    return switch (averaging) {
      case "micro" -> sums -> Terms.ratio(sums[CORRECT], sums[WEIGHT]);
      case "weighted" -> sums -> mean(sums, metric, true);
      default -> sums -> mean(sums, metric, false);
    };
  }

  private double mean(double[] sums, OneClass metric, boolean byActual) {
    double sum = 0;
    double weights = 0;
    for (int label = 0; label < classes; label++) {
      double hits = sums[FIRST_CLASS + label];
      double actual = sums[FIRST_CLASS + classes + label];
      double predicted = sums[FIRST_CLASS + 2 * classes + label];
      if (actual + predicted > 0) {
        double weight = byActual ? actual : 1;
        sum += weight * metric.of(hits, actual, predicted);
        weights += weight;
      }
    }
    return Terms.ratio(sum, weights);
  }

  private static double f1(double hits, double actual, double predicted) {
    return 2 * hits / (actual + predicted);
  }

  private static double precision(double hits, double actual, double predicted) {
    return predicted > 0 ? hits / predicted : 0;
  }

  private static double recall(double hits, double actual, double predicted) {
    return actual > 0 ? hits / actual : 0;
  }

  /** A metric of one class against the rest. */
  @FunctionalInterface
  private interface OneClass {
    double of(double hits, double actual, double predicted);
  }
}
