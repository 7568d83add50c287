package dev.countersign.modelrefs.evidence.curve;

import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import dev.countersign.modelrefs.evidence.metric.ClassDecision;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * How often each class was predicted for each class that happened, weighted.
 *
 * @param classes the labels, in the order of rows and columns
 * @param weights by actual class, then by predicted class
 */
public record ConfusionMatrix(List<String> classes, List<List<Double>> weights) {
  public ConfusionMatrix {
    classes = List.copyOf(classes);
    weights = weights.stream().map(List::copyOf).toList();
  }

  /** A binary classifier's matrix at a threshold of the positive class's probability. */
  public static ConfusionMatrix binary(
      Predictions predictions, Scores scores, String positiveClass, double threshold) {
    BinaryScores binary = BinaryScores.of(predictions, scores, positiveClass);
    int positive = predictions.classes().indexOf(positiveClass);
    return of(predictions, row -> binary.probability(row) >= threshold ? positive : 1 - positive);
  }

  /** A multiclass classifier's matrix. */
  public static ConfusionMatrix multiclass(Predictions predictions, Scores scores) {
    return of(predictions, row -> ClassDecision.predicted(scores, row));
  }

  /** The weight of the rows of one class that were predicted as another. */
  public double at(int actual, int predicted) {
    return weights.get(actual).get(predicted);
  }

  private static ConfusionMatrix of(Predictions predictions, IntUnaryOperator predicted) {
    int size = predictions.classes().size();
    double[][] weights = new double[size][size];
    for (int row = 0; row < predictions.rows(); row++) {
      weights[(int) predictions.actual().at(row)][predicted.applyAsInt(row)] +=
          predictions.weight(row);
    }
    return new ConfusionMatrix(
        predictions.classes(),
        Arrays.stream(weights).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }
}
