package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparabilityTest {
  private static final Predictions PREDICTIONS =
      Rows.binary(IntStream.range(0, 100).mapToDouble(row -> row % 2).toArray())
          .candidate(IntStream.range(0, 100).mapToDouble(row -> row / 100.0).toArray())
          .baseline(IntStream.range(0, 100).mapToDouble(row -> 1 - row / 100.0).toArray())
          .build();

  private static BaselineEvidence baseline(
      Digest artifact, List<MetricDefinition> definitions, Optional<TrainingRows> rows) {
    return new BaselineEvidence(ModelVersion.FIRST, artifact, definitions, rows, Optional.empty());
  }

  private static MetricDefinition recall(double threshold) {
    return new MetricDefinition(
        "recall",
        Direction.HIGHER,
        "",
        Optional.empty(),
        OptionalDouble.of(threshold),
        Optional.of("1"));
  }

  /** Evaluates, and checks that the comparison is refused in every respect. */
  private static String refusal(EvaluationRequest request) {
    Evaluation evaluation = Evaluator.evaluate(request);
    BaselineComparison comparison = evaluation.baseline().orElseThrow();
    assertThat(comparison.comparable()).isFalse();
    assertThat(comparison.metrics()).isEmpty();
    assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(evaluation.gates())
        .extracting(GateResult::outcome)
        .containsOnly(GateOutcome.NEEDS_PERSON);
    return comparison.reason();
  }

  private static EvaluationRequest request() {
    return Requests.of(PREDICTIONS, Requests.gate(GateKind.NON_INFERIOR, "auc", 0.5));
  }

  private static String refusal(BaselineEvidence baseline) {
    return refusal(Requests.with(request(), baseline));
  }

  @Test
  void theSameRowsAndDefinitionsAreComparable() {
    BaselineEvidence baseline =
        baseline(Rows.LIVE, List.of(recall(0.5)), Optional.of(Rows.strangers()));

    BaselineComparison comparison =
        Evaluator.evaluate(Requests.with(request(), baseline)).baseline().orElseThrow();

    assertThat(comparison.comparable()).isTrue();
    assertThat(comparison.reason()).isEmpty();
    assertThat(comparison.metrics()).isNotEmpty();
  }

  @Test
  @DisplayName("I14: a baseline that is not among the predictions is not comparable")
  void aBaselineWithoutPredictionsIsNotComparable() {
    Digest other = new Digest("cd".repeat(32));

    assertThat(refusal(baseline(other, List.of(), Optional.of(Rows.strangers()))))
        .isEqualTo("the predictions hold no column for the baseline \"" + other + "\"");
  }

  @Test
  void anUnloadableBaselineSaysWhy() {
    BaselineEvidence unloadable =
        new BaselineEvidence(
            ModelVersion.FIRST,
            Rows.LIVE,
            List.of(),
            Optional.of(Rows.strangers()),
            Optional.of("unknown format"));

    assertThat(refusal(unloadable))
        .isEqualTo("the run could not load the baseline: unknown format");
  }

  @Test
  void anotherThresholdIsAnotherMetric() {
    assertThat(refusal(baseline(Rows.LIVE, List.of(recall(0.3)), Optional.of(Rows.strangers()))))
        .isEqualTo(
            "recall is defined differently: threshold 0.5, positive class \"1\", the baseline's"
                + " threshold 0.3, positive class \"1\"");
  }

  @Test
  void trainedOnEvaluationRowsIsNotComparable() {
    TrainingRows leaked =
        new TrainingRows(
            new long[] {PREDICTIONS.keys().prefix(3), PREDICTIONS.keys().prefix(5)},
            Optional.empty());
    EvaluationRequest request = request();
    EvaluationRequest leakedCandidate =
        new EvaluationRequest(
            PREDICTIONS,
            request.claims(),
            Optional.of(leaked),
            request.baseline(),
            request.gates(),
            request.settings());

    assertThat(refusal(baseline(Rows.LIVE, List.of(), Optional.of(leaked))))
        .isEqualTo("2 of 100 evaluation rows are among the training rows of the baseline");
    assertThat(refusal(leakedCandidate))
        .isEqualTo("2 of 100 evaluation rows are among the training rows of the candidate");
  }

  @Test
  void unknownTrainingRowsCannotBeRuledOut() {
    assertThat(refusal(baseline(Rows.LIVE, List.of(), Optional.empty())))
        .isEqualTo(
            "the training rows of the baseline are not recorded, so overlap cannot be ruled out");
  }

  @Test
  void everyReasonIsGiven() {
    assertThat(refusal(baseline(Rows.LIVE, List.of(recall(0.3)), Optional.empty())))
        .contains("defined differently", "; ", "cannot be ruled out");
  }
}
