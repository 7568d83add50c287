package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import java.util.List;
import java.util.Optional;

/**
 * Everything an evaluation depends on.
 *
 * @param trainingRows the rows the candidate was trained on; empty if the run does not say
 * @param baseline the model that is live; empty if there is none
 * @param gates of the configuration, in its order
 */
public record EvaluationRequest(
    Predictions predictions,
    RunClaims claims,
    Optional<TrainingRows> trainingRows,
    Optional<BaselineEvidence> baseline,
    List<GateSpec> gates,
    BootstrapSettings settings) {
  public EvaluationRequest {
    gates = List.copyOf(gates);
  }
}
