package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.evidence.rows.DatasetDigest;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluation requests and gates for tests. */
public final class Requests {
  private Requests() {}

  /** A request with a comparable baseline if the predictions hold one, and the given gates. */
  public static EvaluationRequest of(Predictions predictions, GateSpec... gates) {
    Optional<BaselineEvidence> baseline = predictions.baseline(Rows.LIVE).map(scores -> baseline());
    return new EvaluationRequest(
        predictions,
        claims(predictions),
        Optional.of(Rows.strangers()),
        baseline,
        List.of(gates),
        BootstrapSettings.DEFAULT);
  }

  /** The baseline, with nothing against a comparison. */
  public static BaselineEvidence baseline() {
    return new BaselineEvidence(
        ModelVersion.FIRST, Rows.LIVE, List.of(), Optional.of(Rows.strangers()), Optional.empty());
  }

  /** True claims with the given metrics. */
  public static RunClaims claims(Predictions predictions, ReportedMetric... metrics) {
    return new RunClaims(
        new ReportedDataset("test", "row-hash", DatasetDigest.of(predictions)),
        List.of(),
        List.of(metrics),
        Map.of());
  }

  /** The same request with other claims. */
  public static EvaluationRequest with(EvaluationRequest request, RunClaims claims) {
    return new EvaluationRequest(
        request.predictions(),
        claims,
        request.trainingRows(),
        request.baseline(),
        request.gates(),
        request.settings());
  }

  /** The same request with another baseline. */
  public static EvaluationRequest with(EvaluationRequest request, BaselineEvidence baseline) {
    return new EvaluationRequest(
        request.predictions(),
        request.claims(),
        request.trainingRows(),
        Optional.of(baseline),
        request.gates(),
        request.settings());
  }

  /** A gate on one metric. */
  public static GateSpec gate(GateKind kind, String metric, double bound) {
    return new GateSpec(
        metric + "-" + kind, kind, metric, bound, Optional.empty(), List.of(), 30, "");
  }

  /** A gate on slices. */
  public static GateSpec slices(String metric, double margin, String... columns) {
    return new GateSpec(
        metric + "-slices",
        GateKind.SLICES,
        metric,
        margin,
        Optional.empty(),
        List.of(columns),
        30,
        "");
  }
}
