package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.csv.TrainingRowsCsv;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationWarningsTest {
  private static final Predictions PREDICTIONS =
      PredictionsCsv.read(
          stream(
              "row_key,actual,prediction,time\n%s,1,1,2026-02-01\n%s,2,1,2026-03-01\n"
                  .formatted("a".repeat(64), "b".repeat(64))),
          "p.csv",
          Task.REGRESSION);

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static EvaluationRequest trainedUpTo(String time) {
    TrainingRows rows = TrainingRowsCsv.read(stream("c".repeat(64) + "," + time), "t.txt");
    EvaluationRequest request = Requests.of(PREDICTIONS);
    return new EvaluationRequest(
        PREDICTIONS,
        request.claims(),
        Optional.of(rows),
        Optional.empty(),
        request.gates(),
        request.settings());
  }

  @Test
  void trainingTimesThatReachIntoTheTestAreAWarning() {
    assertThat(EvaluationWarnings.of(trainedUpTo("2026-02-01")))
        .containsExactly(
            "the candidate was trained on rows up to 2026-02-01T00:00:00Z, the first evaluation"
                + " row is of 2026-02-01T00:00:00Z");
  }

  @Test
  void trainingBeforeTheTestIsNone() {
    assertThat(EvaluationWarnings.of(trainedUpTo("2026-01-31"))).isEmpty();
    assertThat(EvaluationWarnings.of(Requests.of(PREDICTIONS))).isEmpty();
  }
}
