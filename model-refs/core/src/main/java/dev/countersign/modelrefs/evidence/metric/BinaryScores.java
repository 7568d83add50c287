package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.List;

/** A binary classifier's rows: whether positive, with which probability, of which weight. */
public final class BinaryScores {
  private final Predictions predictions;
  private final int positive;
  private final int column;
  private final boolean complement;
  private final Scores scores;

  private BinaryScores(Predictions predictions, Scores scores, String positiveClass) {
    this.predictions = predictions;
    this.scores = scores;
    this.positive = predictions.classes().indexOf(positiveClass);
    int named = scores.classes().indexOf(positiveClass);
    this.column = Math.max(0, named);
    this.complement = !scores.classes().isEmpty() && named < 0;
  }

  /** The rows as seen by definitions that agree on a positive class. */
  static BinaryScores of(
      Predictions predictions, Scores scores, List<MetricDefinition> definitions) {
    return of(predictions, scores, definitions.get(0).positiveClass().orElseThrow());
  }

  /**
   * The rows with the given class as positive.
   *
   * @throws IllegalArgumentException if that is not one of the classes
   */
  public static BinaryScores of(Predictions predictions, Scores scores, String positiveClass) {
    if (!predictions.classes().contains(positiveClass)) {
      throw new IllegalArgumentException("\"" + positiveClass + "\" is not among the classes");
    }
    return new BinaryScores(predictions, scores, positiveClass);
  }

  /** Whether a row is of the positive class. */
  public boolean positive(int row) {
    return predictions.actual().at(row) == positive;
  }

  /** The probability that the model gives the positive class. */
  public double probability(int row) {
    double probability = scores.columns().get(column).at(row);
    return complement ? 1 - probability : probability;
  }

  /** How much a row counts. */
  public double weight(int row) {
    return predictions.weight(row);
  }

  /** Number of rows. */
  public int rows() {
    return predictions.rows();
  }
}
