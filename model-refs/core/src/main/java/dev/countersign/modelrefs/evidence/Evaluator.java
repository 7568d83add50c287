package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Evaluation;

/** Turns predictions into an evaluation. */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Computes metrics, intervals, slices, comparison, gates and verdict. Deterministic; uses the
   * common pool's threads.
   *
   * @throws CountersignException {@link ErrorCode#EVIDENCE_CONTRADICTED} if the run claims other
   *     values than its predictions give; {@link ErrorCode#INPUT_INVALID} if its metric definitions
   *     do not fit its predictions
   */
  public static Evaluation evaluate(EvaluationRequest request) {
    return new EvaluationRun(request).evaluation();
  }
}
