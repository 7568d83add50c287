package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evidence.rows.Column;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader of an evaluation must know although it decides nothing. */
public final class EvaluationWarnings {
  private EvaluationWarnings() {}

  /** One sentence per warning: training times of candidate or baseline that reach into the test. */
  public static List<String> of(EvaluationRequest request) {
    Optional<TrainingRows> baseline = request.baseline().flatMap(BaselineEvidence::trainingRows);
    return request.predictions().times().stream()
        .flatMap(
            times ->
                Stream.concat(
                    overlap("candidate", request.trainingRows(), times),
                    overlap("baseline", baseline, times)))
        .toList();
  }

  private static Stream<String> overlap(String whose, Optional<TrainingRows> rows, Column times) {
    long first = (long) Arrays.stream(times.toArray()).min().orElseThrow();
    return rows
        .flatMap(TrainingRows::latest)
        .filter(latest -> latest >= first)
        .map(
            latest ->
                "the %s was trained on rows up to %s, the first evaluation row is of %s"
                    .formatted(whose, Instant.ofEpochMilli(latest), Instant.ofEpochMilli(first)))
        .stream();
  }
}
