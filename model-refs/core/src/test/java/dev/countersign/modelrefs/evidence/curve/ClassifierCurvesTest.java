package dev.countersign.modelrefs.evidence.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.evidence.Rows;
import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassifierCurvesTest {
  /** The example of scikit-learn's documentation of {@code roc_curve}. */
  private static final Predictions KNOWN =
      Rows.binary(0, 0, 1, 1).candidate(0.1, 0.4, 0.35, 0.8).build();

  private static BinaryScores scores(Predictions predictions) {
    return BinaryScores.of(predictions, predictions.candidate(), "1");
  }

  @Test
  void rocRunsThroughEveryThreshold() {
    assertThat(ClassifierCurves.of(scores(KNOWN)).roc(100))
        .containsExactly(
            new Point(0, 0),
            new Point(0, 0.5),
            new Point(0.5, 0.5),
            new Point(0.5, 1),
            new Point(1, 1));
  }

  @Test
  void precisionRecallRunsFromTheHighestScore() {
    assertThat(ClassifierCurves.of(scores(KNOWN)).precisionRecall(100))
        .containsExactly(
            new Point(0.5, 1), new Point(0.5, 0.5), new Point(1, 2.0 / 3), new Point(1, 0.5));
  }

  @Test
  void thinsLongCurvesAndKeepsTheirEnds() {
    double[] actual = IntStream.range(0, 1000).mapToDouble(i -> i % 2).toArray();
    double[] probability = IntStream.range(0, 1000).mapToDouble(i -> i / 1000.0).toArray();
    List<Point> roc =
        ClassifierCurves.of(scores(Rows.binary(actual).candidate(probability).build())).roc(50);

    assertThat(roc).hasSize(50).startsWith(new Point(0, 0)).endsWith(new Point(1, 1));
  }

  @Test
  void thereIsNoCurveWithoutPositives() {
    Predictions predictions = Rows.binary(0, 0, 0).candidate(0.1, 0.2, 0.3).build();

    assertThat(ClassifierCurves.of(scores(predictions)).roc(10)).isEmpty();
    assertThat(ClassifierCurves.of(scores(predictions)).precisionRecall(10)).isEmpty();
  }

  @Test
  void calibrationGivesMeanProbabilityAndShareOfPositivesPerBin() {
    Predictions predictions = Rows.binary(0, 1, 1, 1).candidate(0.1, 0.3, 0.9, 1.0).build();

    List<Calibration.Bin> bins = Calibration.of(scores(predictions), 2);

    assertThat(bins).hasSize(2);
    assertThat(bins.get(0).predicted()).isCloseTo(0.2, within(1e-12));
    assertThat(bins.get(0).observed()).isEqualTo(0.5);
    assertThat(bins.get(1).predicted()).isCloseTo(0.95, within(1e-12));
    assertThat(bins.get(1).observed()).isEqualTo(1);
  }

  @Test
  void calibrationOfDecisions_looksAtTheMostProbableClassOfEachRow() {
    Scores sure =
        new Scores(
            List.of("a", "b", "c"),
            List.of(Column.of(0.8, 0.1, 0.2), Column.of(0.1, 0.9, 0.2), Column.of(0.1, 0, 0.6)));
    Predictions predictions =
        Rows.multiclass(List.of("a", "b", "c"), 0, 0, 2).candidate(sure).build();

    List<Calibration.Bin> bins = Calibration.ofDecisions(predictions, predictions.candidate(), 2);

    assertThat(bins).hasSize(1);
    assertThat(bins.get(0).predicted()).isCloseTo((0.8 + 0.9 + 0.6) / 3, within(1e-12));
    assertThat(bins.get(0).observed()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void confusionCountsActualByPredicted() {
    ConfusionMatrix matrix = ConfusionMatrix.binary(KNOWN, KNOWN.candidate(), "1", 0.4);

    assertThat(matrix.weights()).containsExactly(List.of(1.0, 1.0), List.of(1.0, 1.0));
    assertThat(ConfusionMatrix.binary(KNOWN, KNOWN.candidate(), "1", 0.9).at(1, 0)).isEqualTo(2);
  }
}
